import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { listQuery, page } from '../../../kernel/page.ts'

export const maxAttachmentBytes = 100 * 1024 * 1024

export const file = z.object({
  id,
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  companyId: id.nullable(),
  companyName: z.string().nullable(),
  uploadedBy: id.nullable(),
  uploadedByName: z.string().nullable(),
  createdAt: z.string(),
})
export type File = z.output<typeof file>

const one = z.object({ id })
const tag = 'files'
const parent = { contactId: id.optional(), companyId: id.optional() }

export const filePatch = z.strictObject({ name: z.string().min(1).max(200).optional(), ...parent })
export type FilePatch = z.output<typeof filePatch>

export const listFiles = endpoint({
  method: 'GET',
  path: '/files',
  access: 'files:read',
  tag,
  summary: 'List files, newest first; filter by contactId, companyId, uploadedBy, mediaType and createdAt',
  query: listQuery,
  response: page(file),
})
export const uploadFile = endpoint({
  method: 'POST',
  path: '/files',
  access: 'files:write',
  tag,
  summary: 'Upload a file of up to 100 MB, for a contact or company or to be attached later',
  query: z.strictObject(parent),
  consumes: 'multipart/form-data',
  response: file,
  status: 201,
})
export const getFile = endpoint({
  method: 'GET',
  path: '/files/{id}',
  access: 'files:read',
  tag,
  summary: 'Get what is known about a file',
  params: one,
  response: file,
})
export const changeFile = endpoint({
  method: 'PATCH',
  path: '/files/{id}',
  access: 'files:write',
  tag,
  summary: 'Rename a file or attach it to another contact or company',
  params: one,
  body: filePatch,
  response: file,
})
export const getFileAddress = endpoint({
  method: 'GET',
  path: '/files/{id}/address',
  access: 'files:read',
  tag,
  summary: 'Get an address that opens the file for ten minutes without sign-in',
  params: one,
  response: z.object({ address: z.string(), expiresAt: z.string() }),
})
export const getFileContent = endpoint({
  method: 'GET',
  path: '/files/{id}/content',
  access: 'public',
  tag,
  summary: 'The bytes of a file, or a range of them, for whoever has its signed address',
  params: one,
  query: z.strictObject({ token: z.string().max(1000) }),
  produces: 'application/octet-stream',
})
export const deleteFile = endpoint({
  method: 'DELETE',
  path: '/files/{id}',
  access: 'files:write',
  tag,
  summary: 'Delete a file; it can be brought back for 30 days',
  params: one,
})
export const restoreFile = endpoint({
  method: 'POST',
  path: '/files/{id}/restoration',
  access: 'files:write',
  tag,
  summary: 'Bring a deleted file back',
  params: one,
  response: file,
})
