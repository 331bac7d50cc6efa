import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { byLanguage, lineOf, linesOf, patchOf } from '../../../kernel/input.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { exported, listQuery, page } from '../../../kernel/page.ts'

const words = defineMessages('forms.schema', {
  fieldKey: 'Use small letters, figures and underscores.',
  someOption: 'Give at least one option to choose from.',
  threeFiles: 'A form takes three files at most.',
  uniqueKeys: 'Give each field a key of its own.',
  siteAddress: 'Use the address of a site, such as https://www.example.com.',
  colour: 'Use a colour such as #1f6f6b.',
})

export const fieldKinds = [
  'name',
  'email',
  'phone',
  'company',
  'text',
  'long-text',
  'choice',
  'checkbox',
  'file',
] as const
export type FieldKind = (typeof fieldKinds)[number]

const line = (length: number, least = 1) => lineOf(length).min(least)
const paragraph = linesOf(2000)

const label = byLanguage(line(200), line(200, 0))
const text = byLanguage(paragraph, paragraph)

const field = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, refusal(words, 'fieldKey')),
    kind: z.enum(fieldKinds),
    label,
    isRequired: z.boolean().default(false),
    options: z.array(label).min(1).max(50).optional(),
  })
  .refine(({ kind, options }) => kind !== 'choice' || options !== undefined, {
    path: ['options'],
    message: refusal(words, 'someOption'),
  })
export type FormField = z.output<typeof field>

const fields = z
  .array(field)
  .min(1)
  .max(40)
  .refine(list => new Set(list.map(({ key }) => key)).size === list.length, refusal(words, 'uniqueKeys'))
  .refine(list => list.filter(({ kind }) => kind === 'file').length <= 3, refusal(words, 'threeFiles'))

const origin = z.string().regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i, refusal(words, 'siteAddress'))

const settings = z.strictObject({
  title: label,
  intro: text.default({ en: '' }),
  /** The usual words when left out, as those of thanks. */
  button: label.optional(),
  thanks: text.optional(),
  /** Consent that is asked for, each by a box of its own that is never ticked beforehand. */
  purposeIds: z.array(id).max(10).default([]),
  /** The consent counts once it is confirmed by mail. */
  isDoubleOptIn: z.boolean().default(true),
  doesAcknowledge: z.boolean().default(false),
  /** Sites that may show the form in a frame; any when there are none. */
  embedOrigins: z.array(origin).max(20).default([]),
  /** Takes what a form on another site sends that was not made by us, and so cannot tell how long it was filled in. */
  takesPlainForms: z.boolean().default(false),
  /** Colour of the button, `#1f6f6b`; the usual one when left out. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, refusal(words, 'colour'))
    .nullable()
    .default(null),
})
export type FormSettings = z.output<typeof settings>

export const formRow = z.object({
  id,
  name: z.string(),
  slug: z.string(),
  /** Its public page. */
  link: z.string(),
  isOpen: z.boolean(),
  ownerId: id.nullable(),
  /** Counted up to 10,000. */
  submissions: z.int(),
  lastSubmissionAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type FormRow = z.output<typeof formRow>

export const form = formRow.extend({ fields: z.array(field), settings })
export type Form = z.output<typeof form>

export const formInput = z.strictObject({
  name: line(120),
  fields,
  settings,
  isOpen: z.boolean().default(true),
  ownerId: id.nullish(),
})
export type FormInput = z.output<typeof formInput>

export const formPatch = patchOf(formInput)
export type FormPatch = z.output<typeof formPatch>

export const submission = z.object({
  id,
  createdAt: z.string(),
  /** The contact that it belongs to now; null when nothing told who it was. */
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  /** As they were sent, by the field's key. */
  answers: z.record(z.string(), z.string()),
  consents: z.array(z.object({ purposeId: id, textVersion: z.int() })),
  fileIds: z.array(id),
  language: z.string(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
})
export type Submission = z.output<typeof submission>

const { get, create, patch, remove } = endpointsOf('forms', { read: 'forms:read', write: 'forms:write' })

export const listForms = get('/forms', 'List forms', { query: listQuery, response: page(formRow) })
export const createForm = create('/forms', 'Create a form', { body: formInput, response: form })
export const getForm = get('/forms/{id}', 'Get a form', { response: form })
export const changeForm = patch('/forms/{id}', 'Change a form', { body: formPatch, response: form })
export const deleteForm = remove(
  '/forms/{id}',
  'Delete a form; its page is gone, its submissions stay with their contacts',
)
export const listSubmissions = get('/forms/{id}/submissions', 'List what was sent through a form', {
  query: listQuery,
  response: page(submission),
})
export const exportSubmissions = get(
  '/forms/{id}/submissions/export',
  'Export what was sent through a form as CSV or JSON Lines',
  {
    access: 'forms:write',
    ...exported(listQuery),
  },
)
