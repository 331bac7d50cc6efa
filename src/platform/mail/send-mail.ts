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

/**
 * Why a mail was not taken: the server refused `this-mail` for good, or `for-now`, or there is something wrong with the
 * `server`, which other mails would meet too.
 */
export type MailTrouble = 'this-mail' | 'for-now' | 'server'

export class MailError extends Error {
  readonly trouble: MailTrouble

  constructor(trouble: MailTrouble, message: string) {
    super(message)
    this.name = 'MailError'
    this.trouble = trouble
  }
}

export interface MailTimeouts {
  /** To connect, and again to be greeted. */
  connectMs: number
  /** For everything, however busily a server answers nothing. */
  totalMs: number
}

const standardTimeouts: MailTimeouts = { connectMs: 10_000, totalMs: 60_000 }

/** RFC 8058 wants both headers of one-click unsubscription signed. */
const signedHeaders =
  'From:Sender:Reply-To:To:Cc:Subject:Date:Message-ID:In-Reply-To:References:MIME-Version:Content-Type:' +
  'Content-Transfer-Encoding:Auto-Submitted:List-Id:List-Unsubscribe:List-Unsubscribe-Post'

/** Refuses a message that would not be one clean mail to one recipient, naming the field at fault. */
export function checkMessage(message: Pick<MailMessage, 'to' | 'subject' | 'headers'>): void {
  checkMailbox('to', message.to)
  checkHeaderText('subject', message.subject)
  for (const [name, value] of Object.entries(message.headers)) checkHeaderText(`headers.${name}`, value)
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
  const address = await findAddress(server)
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
  const { dkim } = server
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
      ...(dkim
        ? {
            dkim: {
              domainName: dkim.domain,
              keySelector: dkim.selector,
              privateKey: dkim.privateKey,
              headerFieldNames: signedHeaders,
            },
          }
        : {}),
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    })
  } catch (error) {
    if (deadline.aborted) {
      throw new MailError('server', `The mail server ${server.host} did not finish within ${totalMs / 1000} s.`)
    }
    throw described(error as NodemailerError, server.host)
  } finally {
    transport.close()
  }
}

async function findAddress({ host, rules }: MailServer): Promise<string> {
  try {
    return (await guardedConnectHost(host, rules)).address
  } catch (error) {
    if (error instanceof AppError) throw new MailError('server', error.message)
    throw error
  }
}

function described({ code, message, response, permanent }: NodemailerError, host: string): MailError {
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    return new MailError('server', `The mail server ${host} refused the user name or password: ${message}`)
  }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') {
    return new MailError(
      permanent ? 'this-mail' : 'for-now',
      `The mail server ${host} answered: ${response ?? message}`,
    )
  }
  return new MailError('server', `The mail server ${host} could not be used: ${message}`)
}
