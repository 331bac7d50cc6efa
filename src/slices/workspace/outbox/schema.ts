import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
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

// Mail holds links that open accounts, so it is for owners.

const { get, post } = endpointsOf('outbox', 'mail:manage')

export const listMail = get(
  '/outbox',
  'List mail that waits, was sent or failed, newest first; filter by status and to',
  { query: listQuery, response: page(mailRow) },
)
export const getMail = get('/outbox/{id}', 'Read a mail', { response: mail })
export const sendMailAgain = post('/outbox/{id}/sending', 'Send a mail that failed or waits in the outbox')
