import { createHash, createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startMailSink, type MailSink } from '../../testing/mail-sink.ts'
import { createTestApp, type TestApp, type TestWorkspace } from '../../testing/test-app.ts'
import { deliverMail } from './deliver-mail.ts'
import { queueMail } from './outgoing-mail.ts'
import { sealDkimKey } from './workspace-mail.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
})

let sink: MailSink
let t: TestApp
let acme: TestWorkspace

beforeAll(async () => {
  t = await createTestApp({ RAPPORT_ORIGIN: 'https://rapport.example.com', OUTGOING_ALLOW: '127.0.0.1' })
  sink = await startMailSink()
  acme = await t.aWorkspace()
  const mail = {
    host: '127.0.0.1',
    port: sink.port,
    tls: 'when-offered',
    user: null,
    password: null,
    from: { name: 'Acme', address: 'hello@acme.example' },
    dkim: {
      domain: 'acme.example',
      selector: 'rapport',
      privateKey: sealDkimKey(t.app, acme.id, privateKey),
      publicKey: publicKey.toString('base64'),
    },
  }
  await t.app.db
    .updateTable('workspaces')
    .set({ settings: JSON.stringify({ mail }) })
    .where('id', '=', acme.id)
    .execute()
})
afterAll(async () => {
  await sink.close()
  await t.close()
})

it('signs what arrives, the headers of one-click unsubscription among it (RFC 8058, section 4)', async () => {
  const headers = {
    'List-Unsubscribe': `<https://rapport.example.com/unsubscribe/${'token-'.repeat(60)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
  const mail = { to: 'zofie@example.com', subject: 'Novinky – 20 %', text: 'Dobrý den\n', headers }
  await queueMail({ app: t.app, db: t.app.db, workspaceId: acme.id }, mail)
  await deliverMail.run(t.app, { workspaceId: acme.id }, new AbortController().signal)
  const { raw } = sink.mails[0]!
  const signature = verify(raw)
  expect(signature).toMatchObject({ d: 'acme.example', s: 'rapport', isValid: true })
  expect(signature.h).toEqual(
    expect.arrayContaining(['from', 'to', 'subject', 'list-unsubscribe', 'list-unsubscribe-post']),
  )
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  expect(verify(raw.replace('One-Click', 'One-Clack')).isValid).toBe(false)
  expect(verify(raw.replace('/unsubscribe/token', '/unsubscribe/other')).isValid).toBe(false)
  expect(verify(raw + 'More\r\n').isValid).toBe(false)
})

/** Checks a DKIM signature as RFC 6376 says: relaxed/relaxed, RSA-SHA256. */
function verify(raw: string): { d: string | undefined; s: string | undefined; h: string[]; isValid: boolean } {
  const end = raw.indexOf('\r\n\r\n')
  const fields = raw
    .slice(0, end)
    .split(/\r\n(?![ \t])/)
    .map(line => ({ name: line.slice(0, line.indexOf(':')).toLowerCase(), value: line.slice(line.indexOf(':') + 1) }))
  const own = fields.find(({ name }) => name === 'dkim-signature')!
  const tags = new Map(
    own.value.split(';').map(tag => {
      const [name = '', ...value] = tag.trim().split('=')
      return [name, value.join('=').replace(/\s+/g, '')] as const
    }),
  )
  const relaxed = ({ name, value }: { name: string; value: string }) => `${name}:${value.replace(/\s+/g, ' ').trim()}`
  const body = raw
    .slice(end + 4)
    .split('\r\n')
    .map(line => line.replace(/[ \t]+/g, ' ').trimEnd())
    .join('\r\n')
    .replace(/(\r\n)*$/, '\r\n')
  const h = tags.get('h')!.toLowerCase().split(':')
  const signed = h.flatMap(name => fields.filter(field => field.name === name).map(relaxed))
  const verifier = createVerify('RSA-SHA256')
  verifier.update(
    [...signed, relaxed({ ...own, value: own.value.replace(/(\bb=)[^;]*$/, '$1') })].join('\r\n'),
    'latin1',
  )
  const key = createPublicKey({ key: publicKey, format: 'der', type: 'spki' })
  const isBodyWhole = createHash('sha256').update(body).digest('base64') === tags.get('bh')
  return {
    d: tags.get('d'),
    s: tags.get('s'),
    h,
    isValid: isBodyWhole && verifier.verify(key, tags.get('b')!, 'base64'),
  }
}
