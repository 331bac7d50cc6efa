import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { listQuery, page } from '../../../kernel/page.ts'
import { lineOf } from '../../../kernel/record/column.ts'
import { answerShape, columnsFor, inputShape } from '../../../kernel/record/record.ts'
import { contactRecord, handleKinds, handleRecord, shownHandle } from './record.ts'

export { handleKinds, lifecycles, type HandleKind } from './record.ts'

export const handleInput = z.strictObject({
  kind: z.enum(handleKinds),
  value: z.string().max(320),
  label: handleRecord.columns.label.given,
  isPrimary: z.boolean().optional(),
})
export type HandleInput = z.output<typeof handleInput>

export const handle = z.object({
  ...answerShape(shownHandle),
  /** The contact that brought the handle: another one than asked for after a merge. */
  contactId: id,
})

export const facts = z.object({
  orders: z.int(),
  orderAmount: z.int(),
  returns: z.int(),
  returnAmount: z.int(),
  netAmount: z.int(),
  touchpoints: z.int(),
  firstTouchAt: z.string().nullable(),
  lastTouchAt: z.string().nullable(),
  firstOrderAt: z.string().nullable(),
  lastOrderAt: z.string().nullable(),
})

const { columns } = contactRecord
const tags = columns.tagIds.given

export const contactInput = z.strictObject({
  ...inputShape(columnsFor(columns, 'written')),
  name: lineOf().nullish(),
  email: z.string().max(320).nullish(),
  phone: z.string().max(320).nullish(),
  handles: z.array(handleInput).max(50).optional(),
  tagIds: tags,
  fields: columns.fields.given,
  source: columns.source.given,
  /** Says that somebody who was erased came back; without it their address is refused. */
  isReturning: z.boolean().optional(),
})
export type ContactInput = z.output<typeof contactInput>

export const contactPatch = contactInput.omit({ handles: true, source: true, isReturning: true }).extend({
  addTagIds: tags,
  removeTagIds: tags,
  /** The version that was read; refused when someone else has changed the contact since. */
  version: z.int().optional(),
})
export type ContactPatch = z.output<typeof contactPatch>

export const contactRow = z.object({
  ...answerShape(columnsFor(columns, 'listed')),
  companyName: z.string().nullable(),
  orders: z.int(),
  netAmount: z.int(),
  lastTouchAt: z.string().nullable(),
})

export const contact = z.object({
  ...answerShape(columnsFor(columns, 'listed', 'shown')),
  companyName: z.string().nullable(),
  /** Set when the id that was asked for has been merged into this contact. */
  mergedIds: z.array(id),
  handles: z.array(handle),
  facts,
})
export type Contact = z.output<typeof contact>
export type ContactRow = z.output<typeof contactRow>
export type Handle = z.output<typeof handle>

const one = z.object({ id })
const tag = 'contacts'

export const listContacts = endpoint({
  method: 'GET',
  path: '/contacts',
  access: 'contacts:read',
  tag,
  summary: 'List contacts',
  query: listQuery,
  response: page(contactRow),
})
export const listDeletedContacts = endpoint({
  method: 'GET',
  path: '/contacts/bin',
  access: 'contacts:read',
  tag,
  summary: 'List deleted contacts',
  query: listQuery,
  response: page(contactRow),
})
export const exportContacts = endpoint({
  method: 'GET',
  path: '/contacts/export',
  access: 'contacts:export',
  tag,
  summary: 'Export the contacts of a list as CSV, JSON Lines or vCard',
  query: listQuery.extend({ format: z.enum(['csv', 'jsonl', 'vcard']).default('csv') }),
  produces: 'text/csv',
})
export const createContact = endpoint({
  method: 'POST',
  path: '/contacts',
  access: 'contacts:write',
  tag,
  summary: 'Create a contact',
  body: contactInput,
  response: contact,
  status: 201,
})
export const getContact = endpoint({
  method: 'GET',
  path: '/contacts/{id}',
  access: 'contacts:read',
  tag,
  summary: 'Get a contact',
  params: one,
  response: contact,
})
export const changeContact = endpoint({
  method: 'PATCH',
  path: '/contacts/{id}',
  access: 'contacts:write',
  tag,
  summary: 'Change a contact',
  params: one,
  body: contactPatch,
  response: contact,
})
export const deleteContact = endpoint({
  method: 'DELETE',
  path: '/contacts/{id}',
  access: 'contacts:write',
  tag,
  summary: 'Move a contact to the bin',
  params: one,
})
export const restoreContact = endpoint({
  method: 'POST',
  path: '/contacts/{id}/restoration',
  access: 'contacts:write',
  tag,
  summary: 'Take a contact out of the bin',
  params: one,
  response: contact,
})
export const exportContact = endpoint({
  method: 'GET',
  path: '/contacts/{id}/vcard',
  access: 'contacts:read',
  tag,
  summary: 'Get a contact as vCard 4.0',
  params: one,
  produces: 'text/vcard',
})

export const listHandles = endpoint({
  method: 'GET',
  path: '/contacts/{id}/handles',
  access: 'contacts:read',
  tag,
  summary: 'List the handles of a contact',
  params: one,
  response: z.object({ items: z.array(handle) }),
})
export const addHandle = endpoint({
  method: 'POST',
  path: '/contacts/{id}/handles',
  access: 'contacts:write',
  tag,
  summary: 'Add a handle',
  params: one,
  body: handleInput,
  response: handle,
  status: 201,
})
export const changeHandle = endpoint({
  method: 'PATCH',
  path: '/contacts/{id}/handles/{handleId}',
  access: 'contacts:write',
  tag,
  summary: 'Change a handle',
  params: z.object({ id, handleId: id }),
  body: z.strictObject({
    value: z.string().max(320).optional(),
    label: handleRecord.columns.label.given,
    isPrimary: z.literal(true).optional(),
  }),
  response: handle,
})
export const removeHandle = endpoint({
  method: 'DELETE',
  path: '/contacts/{id}/handles/{handleId}',
  access: 'contacts:write',
  tag,
  summary: 'Remove a handle',
  params: z.object({ id, handleId: id }),
})

export const rowResult = z.object({
  status: z.enum(['created', 'updated', 'failed']),
  id: id.nullable(),
  error: z
    .object({
      code: z.string(),
      message: z.string(),
      fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
      /** Who holds a handle that was to be given to somebody else. */
      contactId: id.optional(),
      /** When the person with this address was erased. */
      erasedAt: z.string().optional(),
    })
    .nullable(),
})
export type RowResult = z.output<typeof rowResult>

export const saveContacts = endpoint({
  method: 'POST',
  path: '/contacts/bulk',
  access: 'contacts:write',
  tag,
  summary: 'Create (without id) or change (with id) up to 1,000 contacts',
  body: z.strictObject({
    items: z
      .array(
        contactInput.extend({
          id: id.optional(),
          ...contactPatch.pick({ addTagIds: true, removeTagIds: true, version: true }).shape,
        }),
      )
      .min(1)
      .max(1000),
  }),
  response: z.object({ items: z.array(rowResult) }),
})
const ids = z.strictObject({ ids: z.array(id).min(1).max(1000) })
export const deleteContacts = endpoint({
  method: 'POST',
  path: '/contacts/bulk-deletion',
  access: 'contacts:write',
  tag,
  summary: 'Move up to 1,000 contacts to the bin',
  body: ids,
  response: z.object({ count: z.int() }),
})
export const restoreContacts = endpoint({
  method: 'POST',
  path: '/contacts/bulk-restoration',
  access: 'contacts:write',
  tag,
  summary: 'Take up to 1,000 contacts out of the bin',
  body: ids,
  response: z.object({ count: z.int() }),
})
