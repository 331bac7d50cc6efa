import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { itemsOf, listQuery, page } from '../../../kernel/page.ts'
import { instant } from '../../../kernel/time.ts'
import { handleKinds } from '../contacts/schema.ts'

export const hows = ['person', 'certain', 'automatic', 'claim'] as const

const who = z.object({ id, name: z.string() })

export const merge = z.object({
  id,
  /** The contact that the other one was merged into. */
  survivorId: id,
  survivorName: z.string(),
  mergedId: id,
  mergedName: z.string(),
  /** Decided by a person, by an equal handle, by a high score, or by the customer. */
  how: z.enum(hows),
  /** Why, as it was known then; its form depends on who merged. */
  evidence: z.record(z.string(), z.unknown()),
  choices: z.record(z.string(), z.enum(['survivor', 'merged'])),
  by: who.nullable(),
  createdAt: z.string(),
  undoneAt: z.string().nullable(),
  undoneBy: who.nullable(),
})
export type Merge = z.output<typeof merge>

/** How many `handles` and `events` belong to contacts, and how many records of each kind that names one: `orders` … */
const counts = z.record(z.string(), z.int())
export type Counts = z.output<typeof counts>

export const mergeDetails = merge.extend({
  /** What an undo takes out again: the merged contact with all that was merged into it. */
  comesApart: z.object({
    contacts: z.array(z.object({ id, name: z.string() })),
    handles: z.array(z.object({ kind: z.enum(handleKinds), value: z.string() })),
    counts,
  }),
})
export type MergeDetails = z.output<typeof mergeDetails>

const contactIds = z.array(id).min(1).max(50)

/** By value (`name`, `address`, `jobTitle`, `fields.shoe_size`): the id of the contact whose is shown. */
const choices = z.record(z.string().max(100), id).optional()

const mergeInput = z.strictObject({ contactIds, choices })
const forcedInput = mergeInput.extend({
  /** Merges even those whom somebody has judged to be different people. */
  force: z.boolean().optional(),
})
export type MergeInput = z.output<typeof mergeInput>

export const preview = z.object({
  /** The contacts, the surviving one first. */
  contacts: z.array(
    z.object({
      id,
      name: z.string(),
      lifecycle: z.string(),
      source: z.string().nullable(),
      createdAt: z.string(),
      counts,
    }),
  ),
  /** What would be shown, value by value; `isConflict` where several have one and they differ. */
  values: z.array(
    z.object({
      key: z.string(),
      label: z.string().nullable(),
      isConflict: z.boolean(),
      /** Whose is taken; null where none has one, or all are put together. */
      takenFrom: id.nullable(),
      shown: z.string().nullable(),
      /** In the order of `contacts`. */
      given: z.array(z.string().nullable()),
    }),
  ),
  handles: z.array(z.object({ contactId: id, kind: z.enum(handleKinds), value: z.string() })),
  counts,
  /** Somebody has judged two of them to be different people: only `force` merges them. */
  isKeptApart: z.boolean(),
})
export type Preview = z.output<typeof preview>

export const undoing = z.object({
  id,
  how: z.enum(hows).nullable(),
  since: z.string().nullable(),
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  done: z.int(),
  skipped: z.int(),
  total: z.int(),
  error: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type Undoing = z.output<typeof undoing>

export const claim = z.object({
  id,
  contactId: id,
  kind: z.enum(handleKinds),
  value: z.string(),
  status: z.enum(['open', 'confirmed', 'expired']),
  by: who.nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  confirmedAt: z.string().nullable(),
})
export type Claim = z.output<typeof claim>

const { get, create, post, remove } = endpointsOf('merges', { read: 'merges:read', write: 'merges:write' })

export const listContactMerges = get(
  '/contacts/{id}/merges',
  'Who was merged into a contact, when, by whom and why; those taken back too',
  { response: itemsOf(merge) },
)
export const mergeContacts = create('/contacts/{id}/merges', 'Merge contacts into this one', {
  body: forcedInput,
  response: itemsOf(merge),
})
export const previewMerge = post(
  '/contacts/{id}/merges/preview',
  'See what merging contacts into this one would give',
  { access: 'merges:read', body: mergeInput, response: preview, status: 200 },
)
export const splitContact = create(
  '/contacts/{id}/splits',
  'Take handles out of a contact: they become a contact of their own, or the merge that brought them is undone',
  {
    body: z.strictObject({ handleIds: z.array(id).min(1).max(200) }),
    response: z.object({ contactId: id, isUndo: z.boolean() }),
  },
)
export const listMerges = get('/merges', 'List merges, newest first; filter by how, isUndone, memberId and createdAt', {
  query: listQuery,
  response: page(merge),
})
export const getMerge = get('/merges/{id}', 'Get a merge, and what an undo would take apart', {
  response: mergeDetails,
})
export const undoMerge = remove(
  '/merges/{id}',
  'Undo a merge: each contact is as if it had never been, with what came since',
)
export const undoMerges = post('/merges/bulk-undoing', 'Undo up to 1,000 merges', {
  body: z.strictObject({ ids: z.array(id).min(1).max(1000) }),
  response: z.object({ count: z.int() }),
})
export const startUndoing = create(
  '/merges/undoings',
  'Undo all merges of a kind, made since a time, in the background',
  { body: z.strictObject({ how: z.enum(hows).optional(), since: instant.optional() }), response: undoing },
)
export const getUndoing = get('/merges/undoings/{undoingId}', 'How far the undoing of many merges is', {
  params: z.object({ undoingId: id }),
  response: undoing,
})
export const listClaims = get('/contacts/{id}/claims', 'Handles that a contact was asked to confirm, newest first', {
  response: itemsOf(claim),
})
export const sendClaim = create(
  '/contacts/{id}/claims',
  'Send a customer a link and a code by which he confirms that an address is his own',
  {
    body: z.strictObject({ kind: z.enum(handleKinds), value: z.string().max(320) }),
    response: claim.extend({
      /** Page on which the customer enters the code of the mail, for a chat or a phone call. */
      codeUrl: z.string(),
    }),
    holdsSecret: true,
  },
)
