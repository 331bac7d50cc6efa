import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { listQuery, page } from '../../../kernel/page.ts'
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
const choices = z.record(z.string().max(100), z.uuid()).optional()

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

const one = z.object({ id })
const tag = 'merges'

export const listContactMerges = endpoint({
  method: 'GET',
  path: '/contacts/{id}/merges',
  access: 'merges:read',
  tag,
  summary: 'Who was merged into a contact, when, by whom and why; those taken back too',
  params: one,
  response: z.object({ items: z.array(merge) }),
})
export const mergeContacts = endpoint({
  method: 'POST',
  path: '/contacts/{id}/merges',
  access: 'merges:write',
  tag,
  summary: 'Merge contacts into this one',
  params: one,
  body: forcedInput,
  response: z.object({ items: z.array(merge) }),
  status: 201,
})
export const previewMerge = endpoint({
  method: 'POST',
  path: '/contacts/{id}/merges/preview',
  access: 'merges:read',
  tag,
  summary: 'See what merging contacts into this one would give',
  params: one,
  body: mergeInput,
  response: preview,
  status: 200,
})
export const splitContact = endpoint({
  method: 'POST',
  path: '/contacts/{id}/splits',
  access: 'merges:write',
  tag,
  summary:
    'Take handles out of a contact: they become a contact of their own, or the merge that brought them is undone',
  params: one,
  body: z.strictObject({ handleIds: z.array(id).min(1).max(200) }),
  response: z.object({ contactId: id, isUndo: z.boolean() }),
  status: 201,
})
export const listMerges = endpoint({
  method: 'GET',
  path: '/merges',
  access: 'merges:read',
  tag,
  summary: 'List merges, newest first; filter by how, isUndone, memberId and createdAt',
  query: listQuery,
  response: page(merge),
})
export const getMerge = endpoint({
  method: 'GET',
  path: '/merges/{id}',
  access: 'merges:read',
  tag,
  summary: 'Get a merge, and what an undo would take apart',
  params: one,
  response: mergeDetails,
})
export const undoMerge = endpoint({
  method: 'DELETE',
  path: '/merges/{id}',
  access: 'merges:write',
  tag,
  summary: 'Undo a merge: each contact is as if it had never been, with what came since',
  params: one,
})
export const undoMerges = endpoint({
  method: 'POST',
  path: '/merges/bulk-undoing',
  access: 'merges:write',
  tag,
  summary: 'Undo up to 1,000 merges',
  body: z.strictObject({ ids: z.array(id).min(1).max(1000) }),
  response: z.object({ count: z.int() }),
})
export const startUndoing = endpoint({
  method: 'POST',
  path: '/merges/undoings',
  access: 'merges:write',
  tag,
  summary: 'Undo all merges of a kind, made since a time, in the background',
  body: z.strictObject({ how: z.enum(hows).optional(), since: instant.optional() }),
  response: undoing,
  status: 201,
})
export const getUndoing = endpoint({
  method: 'GET',
  path: '/merges/undoings/{undoingId}',
  access: 'merges:read',
  tag,
  summary: 'How far the undoing of many merges is',
  params: z.object({ undoingId: id }),
  response: undoing,
})
export const listClaims = endpoint({
  method: 'GET',
  path: '/contacts/{id}/claims',
  access: 'merges:read',
  tag,
  summary: 'Handles that a contact was asked to confirm, newest first',
  params: one,
  response: z.object({ items: z.array(claim) }),
})
export const sendClaim = endpoint({
  method: 'POST',
  path: '/contacts/{id}/claims',
  access: 'merges:write',
  tag,
  summary: 'Send a customer a link and a code by which he confirms that an address is his own',
  params: one,
  body: z.strictObject({ kind: z.enum(handleKinds), value: z.string().max(320) }),
  response: claim.extend({
    /** Page on which the customer enters the code of the mail, for a chat or a phone call. */
    codeUrl: z.string(),
  }),
  status: 201,
  holdsSecret: true,
})
