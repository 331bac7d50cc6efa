import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail extends Email {
  envelope: { from: string; to: string[] }
  /** Who signed in to send it; null when nobody did. */
  user: string | null
  raw: string
}

/** What the sink does with the next mail: takes it, refuses it with an SMTP code, or says nothing more. */
export type Behaviour = 'accept' | 'hang' | number

export interface MailSink {
  host: string
  port: number
  /** For SMTP_URL. */
  url: string
  mails: ReceivedMail[]
  /** How many mails were left hanging. */
  readonly hung: number
  /** Behaviour towards the next mails, one after another; afterwards each is accepted. */
  behave(...next: Behaviour[]): void
  close(): Promise<void>
}

/** A real SMTP server on a free port of this machine that keeps what it receives. */
export async function startMailSink(): Promise<MailSink> {
  const mails: ReceivedMail[] = []
  let behaviours: Behaviour[] = []
  let hung = 0
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 10,
    logger: false,
    onAuth(auth, _session, done) {
      if (auth.password === 'right') done(null, { user: auth.username })
      else done(new Error('Wrong user or password'))
    },
    onRcptTo(_address, _session, done) {
      const behaviour = behaviours.shift() ?? 'accept'
      if (behaviour === 'accept') done()
      else if (behaviour === 'hang') hung++
      else done(Object.assign(new Error('As the test wants'), { responseCode: behaviour }))
    },
    onData(stream, session, done) {
      keep(stream, session.envelope, (session.user as string | undefined) ?? null, error => done(error))
    },
  })
  const keep = callbackify(receive)
  async function receive(stream: NodeJS.ReadableStream, envelope: SMTPEnvelope, user: string | null): Promise<void> {
    const raw = await buffer(stream)
    const parsed = await PostalMime.parse(raw)
    const from = envelope.mailFrom ? envelope.mailFrom.address : ''
    mails.push({
      ...parsed,
      envelope: { from, to: envelope.rcptTo.map(({ address }) => address) },
      user,
      raw: raw.toString(),
    })
  }
  server.on('error', () => {})
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  return {
    host: '127.0.0.1',
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    get hung() {
      return hung
    },
    behave(...next) {
      behaviours = next
    },
    close: () => new Promise(done => server.close(done)),
  }
}

interface SMTPEnvelope {
  mailFrom: { address: string } | false
  rcptTo: { address: string }[]
}
