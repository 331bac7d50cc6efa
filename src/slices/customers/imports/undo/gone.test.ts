import { expect, test } from 'vitest'
import { aTestApp } from '../../../../testing/test-app.ts'
import { listCompanies } from '../../companies/schema.ts'
import { listContacts } from '../../contacts/schema.ts'
import { stepsOf } from '../imports.fixture.ts'

const t = await aTestApp()

test('a contact whose company before is gone by now has none after the undo', async () => {
  const acme = await t.aWorkspace()
  const steps = stepsOf(t, acme)
  const first = await steps.import('contacts.csv', 'Name,Email,Company\nAda,ada@example.com,Old Ltd\n')
  const second = await steps.import('contacts.csv', 'Name,Email,Company\nAda,ada@example.com,New Ltd\n', {
    options: { update: 'all' },
  })
  await steps.undo(first.id)
  expect(await steps.undo(second.id)).toMatchObject({ status: 'undone', error: null })
  expect((await acme.owner.call(listCompanies, {})).items).toEqual([])
  expect((await acme.owner.call(listContacts, {})).items).toMatchObject([{ name: 'Ada', companyId: null }])
})
