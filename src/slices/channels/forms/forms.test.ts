import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as consent from '../../customers/consent/schema.ts'
import * as contacts from '../../customers/contacts/schema.ts'
import { getFileAddress } from '../../customers/files/schema.ts'
import { checkAnswers, type FormField } from './form.ts'
import { buttonColours } from './pages/form-markup.ts'
import * as schema from './schema.ts'

let t: TestApp
let acme: TestWorkspace
let newsletter: string
let address = 0
let ip: string
let email: string

beforeAll(async () => {
  t = await createTestApp({ RAPPORT_ORIGIN: 'https://rapport.example.com', TRUST_PROXY: '1' })
})
afterAll(() => t.close())
beforeEach(async () => {
  acme = await t.aWorkspace()
  newsletter = (await acme.owner.call(consent.listPurposes, {})).items[0]!.id
  ip = `198.51.${Math.floor(++address / 250)}.${(address % 250) + 1}`
  email = `marta${address}@example.com`
})

const label = (en: string) => ({ en })
const fields = [
  { key: 'name', kind: 'name', label: label('Your name'), isRequired: true },
  { key: 'email', kind: 'email', label: label('E-mail'), isRequired: true },
  { key: 'message', kind: 'long-text', label: label('Message'), isRequired: false },
] satisfies FormField[]

const aForm = (settings: object = {}, more: object = {}) =>
  acme.owner.call(schema.createForm, {
    body: { name: 'Contact us', fields, settings: { title: label('Contact us'), ...settings }, ...more } as never,
  })
type AForm = Awaited<ReturnType<typeof aForm>>

const pathOf = (form: AForm, embed = '') => new URL(form.link).pathname + embed
const get = (url: string) => t.server.inject({ method: 'GET', url })
const tokenIn = (page: string) => /name="_t" value="([^"]+)"/.exec(page)![1]!
const headers = (more = {}) => ({
  'content-type': 'application/x-www-form-urlencoded',
  'x-forwarded-for': ip,
  'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1',
  ...more,
})
const send = (url: string, form: Record<string, string>) =>
  t.server.inject({ method: 'POST', url, headers: headers(), payload: new URLSearchParams(form).toString() })

/** Opens the page, takes a minute and sends it. */
async function fillIn(form: AForm, answers: Record<string, string>, embed = '') {
  const _t = tokenIn((await get(pathOf(form, embed))).body)
  t.clock.advance(60_000)
  return send(pathOf(form, embed), { _t, ...answers })
}
const own = () => ({ name: 'Marta Nováková', email, message: 'Hello,\r\nwhere is my order?' })
const submissions = async (form: AForm) =>
  (await acme.owner.call(schema.listSubmissions, { params: { id: form.id }, query: {} })).items
const mails = () =>
  t.app.db
    .selectFrom('outgoingMail')
    .select(['toAddress', 'subject', 'text'])
    .where('workspaceId', '=', acme.id)
    .orderBy('createdAt')
    .execute()
const contactCount = async () =>
  (await acme.owner.call(contacts.listContacts, { query: { total: 'true' } as never })).total!.count

describe('a form that is filled in', () => {
  test('becomes a lead with a touchpoint on its timeline, kept exactly as it was sent', async () => {
    const form = await aForm()
    const answer = await fillIn(form, { ...own(), unknown: 'x' })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('Thank you')
    const [submission] = await submissions(form)
    expect(submission).toMatchObject({
      contactName: 'Marta Nováková',
      answers: own(),
      language: 'en',
      agent: 'Safari on iOS',
      address: ip.replace(/\d+$/, '0/24'),
    })
    const contact = await acme.owner.call(contacts.getContact, { params: { id: submission!.contactId! } })
    expect(contact).toMatchObject({ name: 'Marta Nováková', email, lifecycle: 'lead', source: 'form' })
    const { body } = await acme.owner.request('GET', `/api/v1/contacts/${contact.id}/timeline`)
    expect(body.items.find((event: { kind: string }) => event.kind === 'form.submitted')).toMatchObject({
      channel: 'form',
      data: { form: 'Contact us', excerpt: 'Hello, where is my order?' },
    })
    await t.runJobs()
    expect((await acme.owner.call(contacts.getContact, { params: { id: contact.id } })).facts.touchpoints).toBe(1)
    const { body: list } = await acme.owner.request('GET', '/api/v1/notifications')
    expect(list.items[0]).toMatchObject({ kind: 'form.submitted', link: `/contacts/${contact.id}` })
  })

  test('by somebody who is known belongs to that contact', async () => {
    const known = await acme.owner.call(contacts.createContact, { body: { name: 'Marta', email } })
    const form = await aForm()
    await fillIn(form, { ...own(), email: email.toUpperCase() })
    expect((await submissions(form))[0]!.contactId).toBe(known.id)
    expect((await acme.owner.call(contacts.getContact, { params: { id: known.id } })).name).toBe('Marta')
  })

  test('and sent twice is one submission', async () => {
    const form = await aForm()
    const _t = tokenIn((await get(pathOf(form))).body)
    t.clock.advance(60_000)
    const answers = await Promise.all([1, 2, 3].map(() => send(pathOf(form), { _t, ...own() })))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect(await submissions(form)).toHaveLength(1)
  })

  test('badly is shown again with what was typed, in the reader’s language, and nothing is kept', async () => {
    const form = await aForm()
    const answer = await fillIn(form, {
      name: '',
      email: 'nonsense',
      message: '"><script>alert(1)</script>',
      _lang: 'cs',
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('Vyplňte prosím.')
    expect(answer.body).toContain('To není e-mailová adresa.')
    expect(answer.body).toContain('&#34;&#62;&#60;script')
    expect(answer.body).not.toContain('<script')
    expect([await submissions(form), await contactCount()]).toEqual([[], 0])
  })

  test('is escaped wherever its page shows what an admin wrote (attack 19)', async () => {
    const evil = '<img src=x onerror=alert(1)>'
    const form = await aForm({ title: label(evil), intro: { en: evil }, thanks: { en: evil } })
    expect((await get(pathOf(form))).body).not.toContain('<img')
    expect((await fillIn(form, own())).body).not.toContain('<img')
  })
})

describe('programs', () => {
  test('that fill in what people do not see are thanked, and nothing is kept', async () => {
    const form = await aForm()
    const answer = await fillIn(form, { ...own(), _website: 'http://spam.example' })
    expect([answer.statusCode, await submissions(form), await contactCount()]).toEqual([200, [], 0])
  })

  test('that are too quick, or never saw the page, are not taken', async () => {
    const form = await aForm()
    const other = await aForm()
    const _t = tokenIn((await get(pathOf(form))).body)
    t.clock.advance(1000)
    for (const token of [_t, '', 'x.y', `${_t}A`]) {
      expect((await send(pathOf(form), { _t: token, ...own() })).statusCode).toBe(400)
    }
    t.clock.advance(60_000)
    expect((await send(pathOf(other), { _t, ...own() })).statusCode).toBe(400)
    t.clock.advance(25 * 3600_000)
    expect((await send(pathOf(form), { _t, ...own() })).statusCode).toBe(400)
    expect(await submissions(form)).toEqual([])
  })

  test('of a form of one’s own are taken where the form says so', async () => {
    const form = await aForm({ takesPlainForms: true })
    expect((await send(pathOf(form), own())).statusCode).toBe(200)
    expect(await submissions(form)).toHaveLength(1)
  })

  test('are stopped after twenty from one network, and five in the name of one address', async () => {
    const form = await aForm({ takesPlainForms: true })
    const statuses: number[] = []
    for (let n = 0; n < 7; n++) statuses.push((await send(pathOf(form), own())).statusCode)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    for (let n = 0; n < 14; n++)
      statuses.push((await send(pathOf(form), { ...own(), email: `n${n}-${email}` })).statusCode)
    expect(statuses.slice(7)).toEqual([...Array<number>(13).fill(200), 429])
    ip = '203.0.113.9'
    expect((await send(pathOf(form), { ...own(), email: `x-${email}` })).statusCode).toBe(200)
  })
})

describe('mail', () => {
  test('acknowledges once an hour whoever floods, and echoes nothing (attack 17)', async () => {
    const form = await aForm({ doesAcknowledge: true, takesPlainForms: true })
    const second = await aForm({ doesAcknowledge: true, takesPlainForms: true })
    const spam = { name: 'Buy now http://spam.example', email, message: 'Buy now' }
    await Promise.all([form, second, form, second].map(own => send(pathOf(own), spam)))
    expect(await mails()).toHaveLength(1)
    expect((await mails())[0]).toMatchObject({ toAddress: email, subject: 'Acme: we have your message' })
    expect(JSON.stringify(await mails())).not.toMatch(/spam|buy now/i)
    t.clock.advance(3600_000)
    await send(pathOf(form), spam)
    expect(await mails()).toHaveLength(2)
  })

  test.each([
    ['address', { email: 'marta@example.com\r\nBcc: all@example.com' }],
    ['name', { name: 'Marta\r\nBcc: all@example.com' }],
  ])('with a line break in the %s is refused (attack 16)', async (_, change) => {
    const form = await aForm({ doesAcknowledge: true })
    expect((await fillIn(form, { ...own(), ...change })).statusCode).toBe(400)
    expect(await mails()).toEqual([])
  })
})

describe('consent', () => {
  const consentsOf = async (form: AForm) => {
    const [submission] = await submissions(form)
    return acme.owner.call(consent.getContactConsents, { params: { id: submission!.contactId! }, query: {} })
  }

  test('is never ticked beforehand, waits for the mail, and keeps the wording', async () => {
    const form = await aForm({ purposeIds: [newsletter], doesAcknowledge: true })
    const page = await get(pathOf(form))
    expect(page.body).toMatch(new RegExp(`name="_consent" value="${newsletter}.1"\\s*/>`))
    const _t = tokenIn(page.body)
    t.clock.advance(60_000)
    const text = { en: 'Another wording' }
    await acme.owner.call(consent.changePurpose, { params: { id: newsletter }, body: { text } })
    const answer = await send(pathOf(form), { _t, ...own(), _consent: `${newsletter}.1` })
    expect(answer.body).toContain('confirm there what you agreed to')
    expect((await consentsOf(form)).history.map(({ textVersion }) => textVersion)).toEqual([1])
    expect((await consentsOf(form)).current).toMatchObject([{ state: 'requested', how: 'form', saidBy: 'customer' }])
    expect((await submissions(form))[0]!.consents).toEqual([{ purposeId: newsletter, textVersion: 1 }])
    expect(await mails()).toHaveLength(1)
    const path = /rapport\.example\.com(\/confirm-consent\/\S+)/.exec((await mails())[0]!.text)![1]!
    await t.server.inject({ method: 'POST', url: path, headers: headers(), payload: '' })
    expect((await consentsOf(form)).current).toMatchObject([{ state: 'granted', how: 'double-opt-in' }])
  })

  test('that was not ticked is not asked for; a purpose that the form does not ask for cannot be smuggled in', async () => {
    const form = await aForm()
    await fillIn(form, { ...own(), _consent: newsletter })
    expect((await consentsOf(form)).current).toEqual([])
    expect(await mails()).toEqual([])
  })

  test('without double opt-in counts at once, but not for who had unsubscribed', async () => {
    const form = await aForm({ purposeIds: [newsletter], isDoubleOptIn: false, takesPlainForms: true })
    await send(pathOf(form), { ...own(), _consent: newsletter })
    expect((await consentsOf(form)).current).toMatchObject([{ state: 'granted', how: 'form' }])
    const other = { ...own(), email: `other-${email}`, _consent: newsletter }
    await acme.owner.call(consent.addSuppressions, { body: { addresses: [other.email] } })
    await send(pathOf(form), other)
    expect((await consentsOf(form)).current).toEqual([])
    expect(await mails()).toEqual([])
  })
})

describe('files', () => {
  const boundary = 'rapport'
  const part = (name: string, value: string, file?: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"\r\ncontent-type: text/html`}\r\n\r\n${value}\r\n`
  const sendFiles = (form: AForm, parts: string) =>
    t.server.inject({
      method: 'POST',
      url: pathOf(form),
      headers: headers({ 'content-type': `multipart/form-data; boundary=${boundary}` }),
      payload: `${parts}--${boundary}--\r\n`,
    })
  const aFileForm = () =>
    aForm(
      { takesPlainForms: true },
      { fields: [...fields, { key: 'photo', kind: 'file', label: label('Photo'), isRequired: false }] },
    )
  const texts = () => part('name', 'Marta') + part('email', email)

  test('are the contact’s, stored by id, and never opened in a page (attacks 20, 22)', async () => {
    const form = await aFileForm()
    const evil = '<script>alert(1)</script>'
    expect((await sendFiles(form, texts() + part('photo', evil, '../../etc/\u202Egpj.html'))).statusCode).toBe(200)
    const [submission] = await submissions(form)
    const { body } = await acme.owner.request('GET', `/api/v1/files?filter[contactId]=${submission!.contactId}`)
    expect(body.items).toMatchObject([{ id: submission!.fileIds[0], name: 'gpj.html' }])
    const { address } = await acme.owner.call(getFileAddress, { params: { id: submission!.fileIds[0]! } })
    const file = await acme.owner.request('GET', address)
    expect(file.headers['content-disposition']).toMatch(/^attachment/)
    expect(file.headers['x-content-type-options']).toBe('nosniff')
  })

  test('are taken away with a form that is refused; without a name or a field of theirs they are not stored', async () => {
    const form = await aFileForm()
    expect((await sendFiles(form, part('email', 'nonsense') + part('photo', 'x', 'a.txt'))).statusCode).toBe(400)
    expect((await sendFiles(form, texts() + part('photo', '', '') + part('other', 'x', 'b.txt'))).statusCode).toBe(200)
    const { rows } = await (
      await import('kysely')
    ).sql`select id from files where workspace_id = ${acme.id}`.execute(t.app.db)
    expect(rows).toEqual([])
  })

  test('that are too large are refused and leave nothing', async () => {
    const form = await aFileForm()
    const answer = await sendFiles(form, texts() + part('photo', 'x'.repeat(10 * 1024 * 1024 + 1), 'a.txt'))
    expect(answer.statusCode).toBe(413)
    expect([await submissions(form), await contactCount()]).toEqual([[], 0])
  })
})

describe('the page', () => {
  test('stands alone in no frame; the one for frames in those of the sites that were named', async () => {
    const form = await aForm({ embedOrigins: ['https://www.acme.example'] })
    expect((await get(pathOf(form))).headers['content-security-policy']).toContain("frame-ancestors 'none'")
    const embedded = await get(pathOf(form, '/embed'))
    expect(embedded.headers['content-security-policy']).toContain('frame-ancestors https://www.acme.example')
    expect(embedded.headers['x-frame-options']).toBeUndefined()
    expect((await fillIn(form, own(), '/embed')).statusCode).toBe(200)
    expect((await get('/api/docs')).headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  test('of a form that is closed, deleted or unknown says so and takes nothing', async () => {
    const form = await aForm({ takesPlainForms: true })
    await acme.owner.call(schema.changeForm, { params: { id: form.id }, body: { isOpen: false } })
    expect([(await get(pathOf(form))).statusCode, (await send(pathOf(form), own())).statusCode]).toEqual([410, 410])
    expect(await submissions(form)).toEqual([])
    await acme.owner.call(schema.deleteForm, { params: { id: form.id } })
    expect([(await get(pathOf(form))).statusCode, (await get('/f/nothing')).statusCode]).toEqual([404, 404])
  })

  test('has a button whose text can be read on any colour', () => {
    expect(buttonColours('#ffffff')).toContain('color:#000')
    expect(buttonColours('#1f3f6b')).toContain('color:#fff')
  })
})

test('a member who is held to own records sees what their own contacts and strangers sent only', async () => {
  const form = await aForm(
    { takesPlainForms: true },
    { fields: fields.map(field => ({ ...field, isRequired: false })) },
  )
  await send(pathOf(form), own())
  await send(pathOf(form), { message: 'Nobody in particular' })
  const member = await acme.aMember('member')
  const seen = async () =>
    (await member.client.call(schema.listSubmissions, { params: { id: form.id }, query: {} })).items.length
  expect(await seen()).toBe(2)
  await t.app.db
    .updateTable('workspaces')
    .set({ settings: JSON.stringify({ recordRules: { member: 'team' } }) })
    .where('id', '=', acme.id)
    .execute()
  t.clock.advance(60_000)
  expect(await seen()).toBe(1)
})

test('members read forms, managers write and export them; the export defuses formulas', async () => {
  const form = await aForm({ takesPlainForms: true })
  await send(pathOf(form), { ...own(), message: '=1+1' })
  const member = await acme.aMember('member')
  expect((await member.client.call(schema.listForms, { query: {} })).items).toMatchObject([
    { name: 'Contact us', submissions: 1 },
  ])
  expect((await member.client.try(schema.deleteForm, { params: { id: form.id } })).status).toBe(403)
  const url = `/api/v1/forms/${form.id}/submissions/export`
  expect((await member.client.request('GET', url)).status).toBe(403)
  expect(String((await acme.owner.request('GET', url)).body)).toContain(`'=1+1`)
})

test('an erasure takes the answers and leaves the count', async () => {
  const form = await aForm()
  await fillIn(form, own())
  const [submission] = await submissions(form)
  const ids = [submission!.contactId!]
  const person = { ids, handles: [], names: [] }
  const data = t.app.personalData.find(({ name }) => name === 'form-submissions')!
  expect(await data.count(acme.ctx(), ids, person)).toEqual({ redacted: 1 })
  await data.erase(t.app.db, acme.ctx(), ids, person)
  expect(await data.count(acme.ctx(), ids, person)).toEqual({ redacted: 0 })
  expect(JSON.stringify(await submissions(form))).not.toContain(email)
  expect(await submissions(form)).toHaveLength(1)
})

test('a fault is told for every kind of field', () => {
  const all: FormField[] = [
    ...fields,
    { key: 'phone', kind: 'phone', label: label('Phone'), isRequired: false },
    { key: 'why', kind: 'choice', label: label('Why'), isRequired: false, options: [label('A'), label('B')] },
    { key: 'ok', kind: 'checkbox', label: label('OK'), isRequired: true },
  ]
  expect(checkAnswers(all, { name: 'x'.repeat(201), email: 'a@b', phone: '12', why: 'C' })).toEqual({
    name: 'too-long',
    email: 'email',
    phone: 'phone',
    why: 'choice',
    ok: 'required',
  })
  expect(
    checkAnswers(all, { name: 'M', email: 'ž@příklad.cz', phone: '+420 601 234 567', why: 'B', ok: 'yes' }),
  ).toEqual({})
  const started = performance.now()
  checkAnswers(all, { name: 'x', email: `${'a'.repeat(50_000)}@${'b.'.repeat(25_000)}`, ok: 'yes' })
  expect(performance.now() - started).toBeLessThan(100)
})
