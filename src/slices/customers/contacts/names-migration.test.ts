import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createClient } from '../../../platform/db/connect.ts'
import { aTestApp } from '../../../testing/test-app.ts'

const t = await aTestApp()
const [migration] = globSync('migrations/*_names_nobody_gave.sql')

/** A workspace as it was when names that nobody gave were English. */
test('old names that nobody gave become texts, and names that only look like them stay', async () => {
  const acme = await t.aWorkspace()
  const make = async (name: string, handles: object[] = [], firstName?: string): Promise<string> => {
    const { body } = await acme.owner.request('POST', '/api/v1/contacts', { name, handles, firstName })
    return body.id
  }
  const device = [{ kind: 'device', value: 'device-1' }]
  const ids = [{ kind: 'external', value: 'shop:"1"' }]
  await make('No name')
  await make('Visitor 7f3a', device)
  await make('Customer "1"', ids)
  await make('Customer 2', [{ kind: 'external', value: 'shop:3' }])
  await make('Visitor 7f3b')
  await make('Visitor 7f3c', [{ kind: 'device', value: 'device-2' }], 'Visitor')
  const names = async (language: string) => {
    const headers = { 'accept-language': language }
    const { body } = await acme.owner.request('GET', '/api/v1/contacts?sort=name', undefined, headers)
    return body.items.map(({ name }: { name: string }) => name)
  }
  const client = createClient(t.url, 'rapport test')
  await client.connect()
  await client.query(readFileSync(migration!, 'utf8'))
  await client.end()
  const given = ['Customer 2', 'Visitor 7f3b', 'Visitor 7f3c']
  expect(await names('en')).toEqual([...given, 'Customer "1"', 'No name', 'Visitor 7f3a'])
  expect(await names('cs')).toEqual([...given, 'Zákazník "1"', 'Bez jména', 'Návštěvník 7f3a'])
})
