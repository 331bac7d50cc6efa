import { expect, test } from 'vitest'
import { demo } from './demo.ts'
import { acme, fillIn, get, own, pathOf, setUp } from './forms.fixture.ts'
import * as schema from './schema.ts'

setUp()

test('the form of the demo company has words in every language, and can be sent', async () => {
  await demo.seed!(acme.ctx(), { staff: [], customers: [] } as never)
  const [row] = (await acme.owner.call(schema.listForms, {})).items
  const form = schema.form.parse(await acme.owner.call(schema.getForm, { params: { id: row!.id } }))
  expect(form.settings).toMatchObject({ title: { en: 'Contact us', cs: 'Napište nám' } })
  const { body } = await get(pathOf(form))
  for (const words of ['Contact us', 'Your name', 'A return', 'Send message']) expect(body).toContain(words)
  const answer = await fillIn(form, { ...own(), about: 'A return' })
  expect(answer.body).toContain('We will get back to you soon')
  const { items } = await acme.owner.call(schema.listSubmissions, { params: { id: form.id } })
  expect(items).toHaveLength(1)
})
