import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { lineOf } from '../../../kernel/input.ts'
import { itemsOf } from '../../../kernel/page.ts'
import { readVersion, recordEndpoints, savedResult, tagChanges } from '../../../kernel/record/endpoints.ts'
import { answerShape, columnsFor, inputShape } from '../../../kernel/record/record.ts'
import { factColumns, listedFacts } from '../facts/record.ts'
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

const { columns } = contactRecord

export const contactInput = z.strictObject({
  ...inputShape(columnsFor(columns, 'written')),
  name: lineOf().nullish(),
  email: z.string().max(320).nullish(),
  phone: z.string().max(320).nullish(),
  handles: z.array(handleInput).max(50).optional(),
  tagIds: columns.tagIds.given,
  fields: columns.fields.given,
  source: columns.source.given,
  /** Says that somebody who was erased came back; without it their address is refused. */
  isReturning: z.boolean().optional(),
})
export type ContactInput = z.output<typeof contactInput>

export const contactPatch = contactInput
  .omit({ handles: true, source: true, isReturning: true })
  .extend({ ...tagChanges, ...readVersion })
export type ContactPatch = z.output<typeof contactPatch>

export const contactRow = z.object({
  ...answerShape(columnsFor(columns, 'listed')),
  companyName: z.string().nullable(),
  ...answerShape(listedFacts),
})

export const contact = z.object({
  ...answerShape(columnsFor(columns, 'listed', 'shown')),
  companyName: z.string().nullable(),
  /** Set when the id that was asked for has been merged into this contact. */
  mergedIds: z.array(id),
  handles: z.array(handle),
  facts: z.object(answerShape(factColumns)),
})
export type Contact = z.output<typeof contact>
export type ContactRow = z.output<typeof contactRow>
export type Handle = z.output<typeof handle>

export const rowResult = savedResult({
  /** Who holds a handle that was to be given to somebody else. */
  contactId: id.optional(),
  /** When the person with this address was erased. */
  erasedAt: z.string().optional(),
})
export type RowResult = z.output<typeof rowResult>

export const contactEndpoints = recordEndpoints(contactRecord, {
  row: contactRow,
  whole: contact,
  input: contactInput,
  patch: contactPatch,
  item: contactInput.extend({ id: id.optional(), ...tagChanges, ...readVersion }),
  result: rowResult,
  formats: ['csv', 'jsonl', 'vcard'],
})
export const { list: listContacts, create: createContact, get: getContact, change: changeContact } = contactEndpoints

const { get, create, patch, remove } = endpointsOf('contacts', { read: 'contacts:read', write: 'contacts:write' })

export const exportContact = get('/contacts/{id}/vcard', 'Get a contact as vCard 4.0', {
  produces: 'text/vcard',
})

export const listHandles = get('/contacts/{id}/handles', 'List the handles of a contact', {
  response: itemsOf(handle),
})
export const addHandle = create('/contacts/{id}/handles', 'Add a handle', {
  body: handleInput,
  response: handle,
})
export const changeHandle = patch('/contacts/{id}/handles/{handleId}', 'Change a handle', {
  params: z.object({ id, handleId: id }),
  body: z.strictObject({
    value: z.string().max(320).optional(),
    label: handleRecord.columns.label.given,
    isPrimary: z.literal(true).optional(),
  }),
  response: handle,
})
export const removeHandle = remove('/contacts/{id}/handles/{handleId}', 'Remove a handle', {
  params: z.object({ id, handleId: id }),
})
