import { isIP } from 'node:net'
import { createTransport, type NodemailerError } from 'nodemailer'
import { AppError } from '../../kernel/errors.ts'
import { guardedConnectHost } from '../http-client/resolve-host.ts'
import type { MailServer } from './mail-server.ts'
import { checkHeaderText, checkMailbox, type Mailbox } from './mailbox.ts'

export interface MailMessage {
  /** With angle brackets. The same for every attempt, so that a receiver can tell a repeated mail. */
  messageId: string
  to: Mailbox
  subject: string
  text: string
  html: string | null
  headers: Record<string, string>
}

/** A mail that the server did not take. A permanent refusal would be repeated; anything else may pass. */
export class MailError extends Error {
  readonly isPermanent: boolean

  constructor(message: string, isPermanent: boolean) {
    super(message)
    this.name = 'MailError'
    this.isPermanent = isPermanent
  }
}

export interface MailTimeouts {
  /** To connect, and again to be greeted. */
  connectMs: number
  /** For everything, however busily a server answers nothing. */
  totalMs: number
}

const standardTimeouts: MailTimeouts = { connectMs: 10_000, totalMs: 60_000 }

/** Refuses a message that would not be one clean mail to one recipient, naming the field at fault. */
export function checkMessage(message: Pick<MailMessage, 'to' | 'subject'>): void {
  checkMailbox('to', message.to)
  checkHeaderText('subject', message.subject)
}

/** Hands one mail to an SMTP server; returns when the server has taken responsibility for it. */
export async function sendMail(
  server: MailServer,
  message: MailMessage,
  signal?: AbortSignal,
  { connectMs, totalMs }: MailTimeouts = standardTimeouts,
): Promise<void> {
  checkMailbox('from', server.from)
  checkMessage(message)
  checkHeaderText('messageId', message.messageId)
  for (const [name, value] of Object.entries(message.headers)) checkHeaderText(`headers.${name}`, value)
  const { address } = await guardedConnectHost(server.host, server.rules)
  const deadline = AbortSignal.timeout(totalMs)
  const transport = createTransport({
    host: address,
    port: server.port,
    secure: server.tls === 'implicit',
    requireTLS: server.tls === 'required',
    ignoreTLS: server.tls === 'off',
    tls: isIP(server.host) ? {} : { servername: server.host },
    ...(server.user === null ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: totalMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const { from } = server
  const { messageId, to, subject, text, html, headers } = message
  try {
    await transport.sendMail({
      envelope: { from: from.address, to: [to.address] },
      from: { name: from.name ?? '', address: from.address },
      to: { name: to.name ?? '', address: to.address },
      messageId,
      subject,
      text,
      ...(html === null ? {} : { html }),
      headers,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    })
  } catch (error) {
    if (deadline.aborted)
      throw new MailError(`The mail server ${server.host} did not finish within ${totalMs / 1000} s.`, false)
    throw described(error as NodemailerError, server.host)
  } finally {
    transport.close()
  }
}

function described(error: NodemailerError, host: string): MailError {
  const { code, message, response, permanent } = error
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    return new MailError(`The mail server ${host} refused the user name or password: ${message}`, false)
  }
  // Only an answer about this mail is final; a refused connection, greeting or encryption is about the server.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') {
    return new MailError(`The mail server ${host} answered: ${response ?? message}`, permanent === true)
  }
  return new MailError(`The mail server ${host} could not be used: ${message}`, false)
}

/** Whether trying again later could help. */
export function isPassing(error: unknown): boolean {
  if (error instanceof MailError) return !error.isPermanent
  return !(error instanceof AppError && error.code === 'invalid')
}
