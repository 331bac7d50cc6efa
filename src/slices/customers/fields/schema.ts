import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { lineOf } from '../../../kernel/input.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { currency } from '../../../kernel/money.ts'
import { itemsOf } from '../../../kernel/page.ts'
import { answerShape } from '../../../kernel/record/record.ts'
import { fold } from '../../../kernel/text.ts'

import { storedColumns, usedColumns } from './record.ts'

const words = defineMessages('fields.schema', {
  kind: 'Use the name of a kind of record such as contact.',
  choiceOnce: 'Name each choice once.',
  noSeparators: 'Leave out commas and semicolons: they separate several choices.',
})

/** What a field holds. Besides these, the name of a kind of record: then it holds the id of one. */
export const fieldTypes = ['text', 'number', 'money', 'date', 'choice', 'choices', 'yesno', 'link'] as const
export type FieldType = (typeof fieldTypes)[number]

/** The key of a new field: its label in Latin letters and underscores, told apart from the keys there are by a number. */
export function fieldKey(label: string, taken: ReadonlySet<string>): string {
  const slug =
    fold(label)
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[_0-9]+|_+$/g, '')
      .slice(0, 50) || 'field'
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}_${number}`)) number++
  return `${slug}_${number}`
}

/** The name of a kind of record: contact, company, order … */
const kind = z.string().regex(/^[a-z][a-z-]{1,40}$/, refusal(words, 'kind'))

export const field = z.object(answerShape(usedColumns))
export type Field = z.output<typeof field>

export const fieldDefinition = z.object(answerShape(storedColumns))
export type FieldDefinition = z.output<typeof fieldDefinition>

/** How many records, those in the bin included; counted up to 10,000. */
const records = z.object({ count: z.int(), isCapped: z.boolean() })
export const fieldUses = z.object({ records, options: z.array(z.object({ option: z.string(), records })) })
export type FieldUses = z.output<typeof fieldUses>

const line = lineOf(120).min(1)
const options = z
  .array(line.regex(/^[^,;]*$/, refusal(words, 'noSeparators')))
  .min(1)
  .max(200)
  .refine(given => new Set(given).size === given.length, refusal(words, 'choiceOnce'))

export const fieldInput = z.strictObject({
  object: kind,
  label: line,
  /** `text`, `number` …, or the kind of records that it refers to. */
  type: kind,
  /** For choice and choices. */
  options: options.optional(),
  /** For money; the workspace's own when left out. */
  currency: currency.optional(),
})
export type FieldInput = z.output<typeof fieldInput>

export const fieldPatch = z.strictObject({
  label: line.optional(),
  options: options.optional(),
  /** Where it stands among the fields of its object, from 0. */
  position: z.int().min(0).optional(),
  /** Takes options out of the list although records hold them; those records keep them. */
  isConfirmed: z.literal(true).optional(),
})
export type FieldPatch = z.output<typeof fieldPatch>

const { get, create, patch, remove, post } = endpointsOf('fields', { read: 'fields:read', write: 'fields:manage' })

export const listFields = get('/fields', 'List the custom fields in their order', {
  query: z.strictObject({ object: kind.optional(), archived: z.stringbool().default(false) }),
  response: itemsOf(fieldDefinition),
})
export const createField = create('/fields', 'Add a custom field', {
  body: fieldInput,
  response: fieldDefinition,
})
export const getField = get('/fields/{id}', 'Get a custom field', { response: fieldDefinition })
export const getFieldUses = get('/fields/{id}/uses', 'Count the records that have a value of a custom field', {
  response: fieldUses,
})
export const changeField = patch('/fields/{id}', 'Change the label, choices or place of a custom field', {
  body: fieldPatch,
  response: fieldDefinition,
})
export const archiveField = remove('/fields/{id}', 'Archive a custom field; records keep its values')
export const restoreField = post('/fields/{id}/restoration', 'Bring an archived custom field back', {
  response: fieldDefinition,
})
