import { expect, test } from 'vitest'
import { aTestApp } from '../../../testing/test-app.ts'
import { removeMember } from '../../workspace/members/schema.ts'
import { createForm, getForm } from './schema.ts'

const t = await aTestApp()

test('the form of a member who leaves goes to whoever takes over', async () => {
  const acme = await t.aWorkspace()
  const leaver = await acme.aMember('manager')
  const form = await acme.owner.call(createForm, {
    body: {
      name: 'Contact us',
      fields: [{ key: 'email', kind: 'email', label: { en: 'E-mail' } }],
      settings: { title: { en: 'Contact us' } },
      ownerId: leaver.id,
    },
  })
  await acme.owner.call(removeMember, { params: { id: leaver.id }, query: { reassignTo: acme.ownerId } })
  await t.runJobs()
  expect((await acme.owner.call(getForm, { params: { id: form.id } })).ownerId).toBe(acme.ownerId)
})
