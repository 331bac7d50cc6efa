import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as contacts from '../contacts/schema.ts'
import { addresseeOf, unsubscribeLink } from './links.ts'
import { suppressionsOf } from './public.ts'
import * as schema from './schema.ts'

export let t: TestApp
export let acme: TestWorkspace
export let contactId: string
export let newsletter: string
export let surveys: string
let people = 0
export let email: string

export function setUp(): void {
  beforeAll(async () => {
    t = await createTestApp({ RAPPORT_ORIGIN: 'https://rapport.example.com' })
  })
  afterAll(() => t.close())
  beforeEach(async () => {
    t.clock.set('2026-03-02T10:00:00Z')
    acme = await t.aWorkspace()
    email = `marta${++people}@example.com`
    contactId = await aContact(email)
    const { items } = await acme.owner.call(schema.listPurposes, {})
    newsletter = items.find(({ key }) => key === 'newsletter')!.id
    surveys = items.find(({ key }) => key === 'surveys')!.id
  })
}

export const day = 24 * 3600_000
export const aContact = async (address: string | null, workspace = acme) =>
  (
    await workspace.owner.call(contacts.createContact, {
      body: { name: 'Marta Nováková', ...(address ? { email: address } : {}) },
    })
  ).id
export const consents = (id = contactId, at?: string) =>
  acme.owner.call(schema.getContactConsents, { params: { id }, query: at ? { at } : {} })
export const say = (state: 'granted' | 'withdrawn', purposeId = newsletter, id = contactId) =>
  acme.owner.call(schema.recordConsent, {
    params: { id },
    body: { purposeId, channel: 'email', state, note: 'Said it on the phone' },
  })
export const stateOf = async (purposeId = newsletter, id = contactId, at?: string) =>
  (await consents(id, at)).current.find(own => own.purposeId === purposeId && own.channel === 'email')?.state
export const request = (purposeIds = [newsletter], id = contactId) =>
  acme.owner.try(schema.requestConsent, { params: { id }, body: { purposeIds } })
export const mails = async () =>
  t.app.db
    .selectFrom('outgoingMail')
    .select(['toAddress', 'subject', 'text'])
    .where('workspaceId', '=', acme.id)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
export const pathIn = (text: string) => /https:\/\/rapport\.example\.com(\/\S+)/.exec(text)![1]!
export const get = (url: string) => t.server.inject({ method: 'GET', url })
export const post = (url: string, form: Record<string, string | string[]> = {}) => {
  const body = new URLSearchParams()
  for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) body.append(name, value)
  return t.server.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
    },
    payload: body.toString(),
  })
}
export const isSuppressed = async (normal = email) =>
  (await suppressionsOf({ app: t.app, db: t.app.db, workspaceId: acme.id }, [{ kind: 'email', normal }]))[0]!.some(
    ({ channel }) => channel === 'all' || channel === 'email',
  )
export const linkFor = (purposeId?: string, address = email, id = contactId) =>
  new URL(
    unsubscribeLink(
      t.app,
      addresseeOf({ app: t.app, workspaceId: acme.id }, id, { kind: 'email', normal: address }),
      purposeId,
    ),
  ).pathname
export const preferences = async (isOwn = false) => {
  if (isOwn)
    return pathIn((await post(linkFor(surveys), { 'List-Unsubscribe': 'One-Click' })).body.replaceAll('"', ' '))
  return new URL((await acme.owner.call(schema.getPreferenceLink, { params: { id: contactId } })).link).pathname
}
export async function pagesOf(pages: AsyncIterable<object[]>): Promise<object[]> {
  const rows: object[] = []
  for await (const page of pages) rows.push(...page)
  return rows
}
