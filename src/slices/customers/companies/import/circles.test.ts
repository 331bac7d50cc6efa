import { expect, test } from 'vitest'
import { aTestApp } from '../../../../testing/test-app.ts'
import { stepsOf } from '../../imports/imports.fixture.ts'
import { createCompany, getCompany } from '../schema.ts'

const t = await aTestApp()

test('a parent that a file gives and that would close a circle is taken away again, which is told', async () => {
  const acme = await t.aWorkspace()
  const upper = await acme.owner.call(createCompany, { body: { name: 'Upper' } })
  const lower = await acme.owner.call(createCompany, { body: { name: 'Lower', parentId: upper.id } })
  const file = 'Company,Parent company\nUpper,Lower\n'
  await stepsOf(t, acme).import('companies.csv', file, { object: 'companies', options: { update: 'all' } })

  const now = await acme.owner.call(getCompany, { params: { id: upper.id } })
  expect(now).toMatchObject({ parent: null, version: 3 })
  expect(await acme.owner.call(getCompany, { params: { id: lower.id } })).toMatchObject({ parent: { id: upper.id } })
  const changes = await t.app.db
    .selectFrom('events')
    .select('data')
    .where('workspaceId', '=', acme.id)
    .where('kind', '=', 'company.changed')
    .orderBy('id')
    .execute()
  expect(changes.map(({ data }) => data)).toEqual([
    { changes: { parentId: [null, lower.id] } },
    { changes: { parentId: [lower.id, null] } },
  ])
})
