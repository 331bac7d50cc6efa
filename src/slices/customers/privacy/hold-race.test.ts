import { expect, test } from 'vitest'
import { aTestApp } from '../../../testing/test-app.ts'
import { createContact } from '../contacts/schema.ts'
import * as privacy from './schema.ts'

const t = await aTestApp()

test('of a legal hold and an erasure at the same moment one is refused', async () => {
  const acme = await t.aWorkspace()
  for (let time = 0; time < 8; time++) {
    const { id } = await acme.owner.call(createContact, { body: { name: 'Ada' } })
    const done = await Promise.allSettled([
      acme.owner.call(privacy.holdContact, { params: { id }, body: { reason: 'A court asks' } }),
      acme.owner.call(privacy.eraseContact, { params: { id }, body: { confirmation: 'Ada' } }),
    ])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  }
})
