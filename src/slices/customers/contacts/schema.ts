import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { lineOf } from '../../../kernel/input.ts'
import { itemsOf } from '../../../kernel/page.ts'
import { recordEndpoints, type ShapesOf } from '../../../kernel/record/endpoints.ts'
import { answerShape, inputShape } from '../../../kernel/record/record.ts'
import { factColumns, listedFacts } from '../facts/record.ts'
import { attached, contactRecord, handleKinds, handleRecord, shownHandle } from './record.ts'

export { handleKinds, lifecycles, type HandleKind } from './record.ts'

/** How it is said what a note, a task or a file hangs on: by its contact, its company, or a record of any kind. */
export const attachedInput = inputShape(attached)
const name = z.string().nullable()
/** What these are called. */
export const attachedNames = { contactName: name, companyName: name, subjectName: name }

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
export type Handle = z.output<typeof handle>

export const contactEndpoints = recordEndpoints(contactRecord, {
  input: { name: lineOf().nullish(), email: z.string().max(320).nullish(), phone: z.string().max(320).nullish() },
  once: {
    handles: z.array(handleInput).max(50).optional(),
    /** Says that somebody who was erased came back; without it their address is refused. */
    isReturning: z.boolean().optional(),
  },
  row: { companyName: z.string().nullable() },
  listed: answerShape(listedFacts),
  whole: {
    /** Set when the id that was asked for has been merged into this contact. */
    mergedIds: z.array(id),
    handles: z.array(handle),
    facts: z.object(answerShape(factColumns)),
  },
  refusal: {
    /** Who holds a handle that was to be given to somebody else. */
    contactId: id.optional(),
    /** When the person with this address was erased. */
    erasedAt: z.string().optional(),
  },
  formats: ['csv', 'jsonl', 'vcard'],
})
type Shapes = ShapesOf<typeof contactEndpoints>
export type ContactInput = Shapes['input']
export type ContactPatch = Shapes['patch']
export type ContactRow = Shapes['row']
export type Contact = Shapes['whole']
export type RowResult = Shapes['result']
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
