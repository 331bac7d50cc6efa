import { beforeEach, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as contacts from '../contacts/schema.ts'
import { listNotifications } from '../../workspace/notifications/schema.ts'
import { remindOfDeadlines } from './jobs/remind.ts'
import * as privacy from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

/** The last day of March in New York, which is the first of April already where time is counted from. */
beforeEach(async () => {
  t.clock.set('2026-03-31T12:00:00Z')
  acme = await t.aWorkspace({ timeZone: 'America/New_York' })
})

const evening = () => t.clock.set('2026-04-01T02:30:00Z')
const ada = { name: 'Ada', email: 'ada@example.com' }
const aContact = async () => (await acme.owner.call(contacts.createContact, { body: ada })).id

test('a reminder names the day of the workspace on which the deadline ends, in the language of the reader', async () => {
  await acme.owner.call(privacy.createRequest, {
    body: { kind: 'objection', askedBy: 'Somebody', receivedAt: '2026-03-06T15:00:00Z' },
  })
  await remindOfDeadlines.run(t.app, {}, new AbortController().signal)
  const titleIn = async (language: string) => {
    const reader = acme.owner.with({ ...acme.owner.headers, 'accept-language': language })
    return (await reader.call(listNotifications, { query: {} })).items[0]!.title
  }
  expect(await titleIn('en')).toBe('A request for objection is due on 5 April 2026')
  expect(await titleIn('cs')).toContain('5. dubna 2026')
})

test('a hold goes on until its last day is over in the workspace', async () => {
  const params = { id: await aContact() }
  await acme.owner.call(privacy.holdContact, { params, body: { reason: 'A lawsuit', until: '2026-03-31' } })
  evening()
  const refused = await acme.owner.try(privacy.eraseContact, { params, body: { confirmation: 'Ada' } })
  expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('until 31 March 2026') } })
  t.clock.set('2026-04-01T04:30:00Z')
  await acme.owner.call(privacy.eraseContact, { params, body: { confirmation: 'Ada' } })
})

test('whoever is added again is told to have been erased on the day of the workspace', async () => {
  const params = { id: await aContact() }
  evening()
  await acme.owner.call(privacy.eraseContact, { params, body: { confirmation: 'Ada' } })
  await t.runJobs()
  const again = await acme.owner.try(contacts.createContact, { body: ada })
  expect(again.body).toMatchObject({ detail: expect.stringContaining('31 March 2026') })
})
