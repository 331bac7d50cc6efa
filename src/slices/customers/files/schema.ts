import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { listQuery, page } from '../../../kernel/page.ts'
import { answerShape, columnsFor } from '../../../kernel/record/record.ts'
import { attachedInput, attachedNames } from '../contacts/schema.ts'
import { fileRecord } from './record.ts'
import { trimmed } from '../../../kernel/text.ts'

export const maxAttachmentBytes = 100 * 1024 * 1024

export const file = z.object({
  ...answerShape(columnsFor(fileRecord.columns, 'listed', 'shown')),
  ...attachedNames,
  uploadedByName: z.string().nullable(),
})
export type File = z.output<typeof file>

const parent = z
  .strictObject({ contactId: id, companyId: id, subjectKind: z.string().max(60), subjectId: id })
  .partial()

export const filePatch = z.strictObject({
  name: z.string().overwrite(trimmed).min(1).max(200).optional(),
  ...attachedInput,
})
export type FilePatch = z.output<typeof filePatch>

const { get, create, patch, remove, post } = endpointsOf('files', { read: 'files:read', write: 'files:write' })

export const listFiles = get(
  '/files',
  'List files, newest first; filter by contactId, companyId, subjectKind and subjectId, uploadedBy, mediaType and createdAt',
  { query: listQuery, response: page(file) },
)
export const uploadFile = create(
  '/files',
  'Upload a file of up to 100 MB, for a contact, a company or another record, or to be attached later',
  { query: parent, consumes: 'multipart/form-data', response: file },
)
export const getFile = get('/files/{id}', 'Get what is known about a file', { response: file })
export const changeFile = patch('/files/{id}', 'Rename a file or attach it to another contact, company or record', {
  body: filePatch,
  response: file,
})
export const getFileAddress = get(
  '/files/{id}/address',
  'Get an address that opens the file for ten minutes without sign-in',
  { response: z.object({ address: z.string(), expiresAt: z.string() }) },
)
export const getFileContent = get(
  '/files/{id}/content',
  'The bytes of a file, or a range of them, for whoever has its signed address',
  { access: 'public', query: z.strictObject({ token: z.string().max(1000) }), produces: 'application/octet-stream' },
)
export const deleteFile = remove('/files/{id}', 'Delete a file; it can be brought back for 30 days')
export const restoreFile = post('/files/{id}/restoration', 'Bring a deleted file back', {
  response: file,
})
