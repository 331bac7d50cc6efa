import { describe, expect, test } from 'vitest'
import * as contacts from '../../customers/contacts/schema.ts'
import { getFileAddress } from '../../customers/files/schema.ts'
import { checkAnswers } from './form.ts'
import type { FormField } from './schema.ts'
import { buttonColours } from './pages/form-markup.ts'
import * as schema from './schema.ts'
import {
  t,
  acme,
  ip,
  email,
  label,
  fields,
  aForm,
  type AForm,
  pathOf,
  get,
  tokenIn,
  headers,
  send,
  fillIn,
  own,
  submissions,
  contactCount,
  setUp,
} from './forms.fixture.ts'

setUp()

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

  test('with a message whose excerpt would end within a sign is taken', async () => {
    const form = await aForm()
    const message = `${'x'.repeat(198)}😀 tail`
    expect((await fillIn(form, { ...own(), message })).statusCode).toBe(200)
    expect((await submissions(form))[0]!.answers).toMatchObject({ message })
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
  await acme.limit('member')
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
  await data.erase(acme.ctx(), ids, person)
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
