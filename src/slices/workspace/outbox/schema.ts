import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { listQuery, page } from '../../../kernel/page.ts'

/** `outbox`: there is no mail server yet; `failed`: the server refused it for good. */
export const mailStatuses = ['waiting', 'outbox', 'sent', 'failed'] as const

export const mailRow = z.object({
  id,
  to: z.string(),
  subject: z.string(),
  status: z.enum(mailStatuses),
  /** What the mail server answered last. */
  error: z.string().nullable(),
  attempts: z.int(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
})
export type MailRow = z.output<typeof mailRow>

export const mail = mailRow.extend({ text: z.string() })
export type Mail = z.output<typeof mail>

const one = z.object({ id })
// Mail holds links that open accounts, so it is for owners.
const outbox = { access: 'mail:manage', tag: 'outbox' } as const

export const listMail = endpoint({
  ...outbox,
  method: 'GET',
  path: '/outbox',
  summary: 'List mail that waits, was sent or failed, newest first; filter by status and to',
  query: listQuery,
  response: page(mailRow),
})
export const getMail = endpoint({
  ...outbox,
  method: 'GET',
  path: '/outbox/{id}',
  summary: 'Read a mail',
  params: one,
  response: mail,
})
export const sendMailAgain = endpoint({
  ...outbox,
  method: 'POST',
  path: '/outbox/{id}/sending',
  summary: 'Send a mail that failed or waits in the outbox',
  params: one,
})
