import { expect, test } from 'vitest'
import { BrowserClient } from '../../../testing/browser-client.ts'
import { aTestApp } from '../../../testing/test-app.ts'
import { createOwnerLink } from './public.ts'
import * as schema from './schema.ts'

const t = await aTestApp()

const body = {
  workspaceName: 'Nová firma',
  country: 'CZ',
  currency: 'CZK',
  timeZone: 'Europe/Prague',
  locale: 'cs',
  name: 'Olga Owner',
  email: 'Olga@Example.test',
  password: 'a password of my own',
}

test('the printed link makes the workspace and its owner once; a newer one replaces it', async () => {
  const token = async () => new URL((await createOwnerLink(t.app))!).pathname.split('/').at(-1)!
  const [replaced, current] = [await token(), await token()]
  const browser = new BrowserClient(t.server)
  expect((await browser.try(schema.getSetup, { params: { token: replaced } })).status).toBe(400)
  expect((await browser.try(schema.setUp, { params: { token: replaced }, body })).status).toBe(400)
  expect((await browser.try(schema.getSetup, { params: { token: current } })).status).toBe(204)
  expect(
    (await browser.try(schema.setUp, { params: { token: current }, body: { ...body, password: 'short' } })).status,
  ).toBe(400)

  const answers = await Promise.all([
    browser.try(schema.setUp, { params: { token: current }, body }),
    new BrowserClient(t.server).try(schema.setUp, { params: { token: current }, body }),
  ])
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 400])
  expect((await browser.try(schema.setUp, { params: { token: current }, body })).status).toBe(400)

  const owner = new BrowserClient(t.server)
  await owner.call(schema.signIn, { body: { email: 'olga@example.test', password: body.password } })
  expect(await owner.call(schema.getSession, {})).toMatchObject({
    member: { name: 'Olga Owner', role: 'owner' },
    workspace: {
      name: 'Nová firma',
      country: 'CZ',
      currency: 'CZK',
      timeZone: 'Europe/Prague',
      locale: 'cs',
      isDemo: false,
    },
  })
  expect(await createOwnerLink(t.app)).toBeNull()
})
