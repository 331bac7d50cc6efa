import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as consent from '../../customers/consent/schema.ts'
import * as contacts from '../../customers/contacts/schema.ts'
import type { FormField } from './schema.ts'
import * as schema from './schema.ts'

export let t: TestApp
export let acme: TestWorkspace
export let newsletter: string
let address = 0
export let ip: string
export let email: string

export function setUp(): void {
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
}

export const label = (en: string) => ({ en })
export const fields = [
  { key: 'name', kind: 'name', label: label('Your name'), isRequired: true },
  { key: 'email', kind: 'email', label: label('E-mail'), isRequired: true },
  { key: 'message', kind: 'long-text', label: label('Message'), isRequired: false },
] satisfies FormField[]
export const aForm = (settings: object = {}, more: object = {}) =>
  acme.owner.call(schema.createForm, {
    body: { name: 'Contact us', fields, settings: { title: label('Contact us'), ...settings }, ...more } as never,
  })
export type AForm = Awaited<ReturnType<typeof aForm>>
export const pathOf = (form: AForm, embed = '') => new URL(form.link).pathname + embed
export const get = (url: string) => t.server.inject({ method: 'GET', url })
export const tokenIn = (page: string) => /name="_t" value="([^"]+)"/.exec(page)![1]!
export const headers = (more = {}) => ({
  'content-type': 'application/x-www-form-urlencoded',
  'x-forwarded-for': ip,
  'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1',
  ...more,
})
export const send = (url: string, form: Record<string, string>) =>
  t.server.inject({ method: 'POST', url, headers: headers(), payload: new URLSearchParams(form).toString() })
/** The visitor writes from another network. */
export function moveTo(network: string): void {
  ip = network
}
/** Opens the page, takes a minute and sends it. */
export async function fillIn(form: AForm, answers: Record<string, string>, embed = '') {
  const _t = tokenIn((await get(pathOf(form, embed))).body)
  t.clock.advance(60_000)
  return send(pathOf(form, embed), { _t, ...answers })
}
export const own = () => ({ name: 'Marta Nováková', email, message: 'Hello,\r\nwhere is my order?' })
export const submissions = async (form: AForm) =>
  (await acme.owner.call(schema.listSubmissions, { params: { id: form.id }, query: {} })).items
export const mails = () =>
  t.app.db
    .selectFrom('outgoingMail')
    .select(['toAddress', 'subject', 'text'])
    .where('workspaceId', '=', acme.id)
    .orderBy('createdAt')
    .execute()
export const contactCount = async () =>
  (await acme.owner.call(contacts.listContacts, { query: { total: 'true' } as never })).total!.count
