import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startMailSink, type MailSink } from '../../testing/mail-sink.ts'
import { outgoingRules } from '../http-client/outgoing-rules.ts'
import { mailServerFromUrl, type MailServer } from './mail-server.ts'
import { sendMail, type MailMessage } from './send-mail.ts'

const message: MailMessage = {
  messageId: '<0199@rapport.example.com>',
  to: { name: 'Nová, Žofie', address: 'zofie@example.com' },
  subject: 'Vaše nové heslo – 20 % sleva',
  text: 'Dobrý den,\n.\nza tečkou\n',
  html: '<p>Dobrý den</p>',
  headers: { 'Auto-Submitted': 'auto-generated' },
}
const timeouts = { connectMs: 300, totalMs: 600 }

let sink: MailSink
let server: MailServer
beforeEach(async () => {
  sink = await startMailSink()
  server = mailServerFromUrl(sink.url, { name: 'Rapport', address: 'no-reply@example.com' })
})
afterEach(() => sink.close())

const failureOf = async (sending: Promise<void>): Promise<Error> => {
  const error = await sending.then(
    () => new Error('It was sent.'),
    (error: Error) => error,
  )
  return error
}

describe('sendMail', () => {
  it('sends what was written, to one recipient, under the given Message-ID', async () => {
    await sendMail(server, message)
    expect(sink.mails).toHaveLength(1)
    expect(sink.mails[0]).toMatchObject({
      envelope: { from: 'no-reply@example.com', to: ['zofie@example.com'] },
      user: null,
      messageId: message.messageId,
      from: { name: 'Rapport', address: 'no-reply@example.com' },
      to: [{ name: 'Nová, Žofie', address: 'zofie@example.com' }],
      subject: message.subject,
    })
    expect(sink.mails[0]!.text?.trim()).toBe(message.text.trim())
    expect(sink.mails[0]!.html).toContain('<p>Dobrý den</p>')
    expect(sink.mails[0]!.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(sink.mails[0]!.raw).not.toMatch(/nodemailer/i)
  })

  it('does not read files or addresses that a text names', async () => {
    const html = '<img src="file:///etc/passwd"><img src="http://169.254.169.254/">'
    await sendMail(server, { ...message, html })
    expect(sink.mails[0]!.attachments).toEqual([])
    expect(sink.mails[0]!.html).toContain(html)
  })

  it.each([
    ['to.name', { to: { name: 'Eve\r\nBcc: all@example.com', address: 'eve@example.com' } }],
    ['to.address', { to: { name: null, address: 'eve@example.com\r\nRCPT TO:<all@example.com>' } }],
    ['subject', { subject: 'Hello\r\nBcc: all@example.com' }],
    ['subject', { subject: 'Hello\nBcc: all@example.com' }],
    ['messageId', { messageId: '<x>\r\nBcc: all@example.com' }],
    ['headers.X-Note', { headers: { 'X-Note': 'a\r\nBcc: all@example.com' } }],
  ])('refuses a line break in %s (attack 16)', async (path, change) => {
    const error = await failureOf(sendMail(server, { ...message, ...change }))
    expect(error).toMatchObject({ code: 'invalid', details: { fields: [{ path }] } })
    expect(sink.mails).toEqual([])
  })

  it('refuses a line break in the sender', async () => {
    const from = { name: 'Rapport\r\nBcc: all@example.com', address: 'no-reply@example.com' }
    await expect(sendMail({ ...server, from }, message)).rejects.toMatchObject({
      details: { fields: [{ path: 'from.name' }] },
    })
  })

  it('signs in', async () => {
    await sendMail({ ...server, user: 'rapport', password: 'right' }, message)
    expect(sink.mails[0]!.user).toBe('rapport')
    const error = await failureOf(sendMail({ ...server, user: 'rapport', password: 'wrong' }, message))
    expect(error.message).toMatch(/refused the user name or password/)
    expect(error.message).not.toContain('wrong')
    expect(error).toMatchObject({ name: 'MailError', trouble: 'server' })
    expect(sink.mails).toHaveLength(1)
  })

  it.each([
    [421, 'server'],
    [451, 'for-now'],
    [550, 'this-mail'],
    [554, 'this-mail'],
  ])('takes the answer %i as trouble of the kind %s', async (code, trouble) => {
    sink.behave(code)
    const error = await failureOf(sendMail(server, message))
    expect(error.message).toContain(`${code} As the test wants`)
    expect(error).toMatchObject({ trouble })
  })

  it('sends nothing in clear where encryption is required', async () => {
    const error = await failureOf(sendMail({ ...server, tls: 'required' }, message))
    expect(error.message).toMatch(/STARTTLS/)
    expect(error).toMatchObject({ name: 'MailError', trouble: 'server' })
    expect(sink.mails).toEqual([])
  })

  it('refuses a private host that a workspace named (attack 24)', async () => {
    const theirs = { ...server, rules: outgoingRules('') }
    for (const host of ['127.0.0.1', '127.1', '2130706433', 'localhost', '::1', '169.254.169.254']) {
      const error = await failureOf(sendMail({ ...theirs, host }, message))
      expect(error).toMatchObject({ trouble: 'server', message: expect.stringContaining('private or reserved') })
    }
    expect(sink.mails).toEqual([])
    await sendMail({ ...server, rules: outgoingRules('127.0.0.0/8') }, message)
    expect(sink.mails).toHaveLength(1)
  })
})

describe('a server that keeps one waiting', () => {
  let slow: Server
  const sockets = new Set<Socket>()
  const listen = async (onConnection: (socket: Socket) => void): Promise<MailServer> => {
    slow = createServer(socket => {
      sockets.add(socket)
      socket.on('error', () => {}).resume()
      socket.on('close', () => sockets.delete(socket))
      onConnection(socket)
    })
    await new Promise<void>(done => slow.listen(0, '127.0.0.1', done))
    return { ...server, port: (slow.address() as AddressInfo).port }
  }
  afterEach(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise(done => slow.close(done))
  })

  it.each<[string, (socket: Socket) => void]>([
    ['says nothing', () => {}],
    [
      'drips a greeting without end',
      socket => {
        const timer = setInterval(() => socket.write('220-still here\r\n'), 20)
        socket.on('close', () => clearInterval(timer))
      },
    ],
    [
      'answers EHLO without end',
      socket => {
        socket.write('220 tar.example.com\r\n')
        const timer = setInterval(() => socket.write('250-MORE\r\n'), 20)
        socket.on('close', () => clearInterval(timer))
      },
    ],
    ['greets and falls silent', socket => socket.write('220 tar.example.com\r\n')],
  ])('is left when it %s', async (_, onConnection) => {
    const tarPit = await listen(onConnection)
    const started = performance.now()
    const error = await failureOf(sendMail(tarPit, message, undefined, timeouts))
    expect(performance.now() - started).toBeLessThan(2000)
    expect(error).toMatchObject({ name: 'MailError', trouble: 'server' })
    await expect.poll(() => sockets.size).toBe(0)
  })

  it('is left at once when the process stops', async () => {
    const tarPit = await listen(() => {})
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    const started = performance.now()
    expect(await failureOf(sendMail(tarPit, message, stop.signal))).toMatchObject({ trouble: 'server' })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('says when nobody answers', async () => {
    const nobody = await listen(() => {})
    await new Promise(done => slow.close(done))
    const error = await failureOf(sendMail(nobody, message, undefined, timeouts))
    expect(error.message).toMatch(/ECONNREFUSED/)
    expect(error).toMatchObject({ name: 'MailError', trouble: 'server' })
  })
})
