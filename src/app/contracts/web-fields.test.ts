import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defineMessages, hasKey } from '../../kernel/messages.ts'
import { choice, key, line, moment } from '../../kernel/record/column.ts'
import { fieldKeyOf, webRecord, type WebRecord } from '../../ui/record/web-record.ts'
import { recordHost } from '../../slices/customers/fields/web/record-host.tsx'
import { sharedWords } from '../../slices/customers/fields/record.ts'
import { webSlices } from '../web/screens.ts'

const kinds = webSlices.flatMap(slice => slice.records ?? [])
const root = join(import.meta.dirname, '../../..')
const paths = globSync('src/slices/*/*/web/*-record.tsx', { cwd: root })
const exported = await Promise.all(paths.map(path => import(join(root, path)) as Promise<object>))
const isRecord = (value: unknown): value is WebRecord<any, any> =>
  typeof value === 'object' && value !== null && 'endpoints' in value && 'fields' in value
const records = exported.flatMap(module => Object.values(module).filter(isRecord))

/** Keys of fields, and of what there is to choose from, that would stand as they are written. */
function unworded({ fields, words, columns }: WebRecord<any, any>): string[] {
  const keys = fields.flatMap(field => {
    const { key, word = key } = typeof field === 'string' ? { key: field } : field
    return [word, ...(columns[key]?.choices ?? [])]
  })
  return keys.filter(key => !hasKey(words, key) && !hasKey(sharedWords, key))
}

test('every kind that has a list has been found', () => {
  const names = records.map(({ name }) => name)
  const lists = webSlices.flatMap(({ screens }) => screens ?? []).map(({ path }) => path)
  const listed = kinds.filter(({ table }) => lists.includes(`/${table}/bin`))
  expect(listed.map(({ name }) => name).filter(name => !names.includes(name))).toEqual([])
  expect(listed.length).toBeGreaterThan(3)
})

test.each(records.map(record => [record.name, record] as const))(
  'every field of a %s, and whatever there is to choose from, has a word',
  (_, record) => expect(unworded(record)).toEqual([]),
)

test('columns that no field names stand where the star does, unless they are only stored or come later', () => {
  const columns = {
    id: key(),
    name: line(['listed']),
    berth: line(['written']),
    crew: line(['filtered']),
    hull: line([]),
    sunkAt: moment(['later']),
  }
  const { fields } = webRecord(kinds[0]!, {
    host: recordHost,
    definition: { name: 'ship', table: 'ships', columns },
    endpoints: { list: records[0]!.endpoints.list },
    words: defineMessages('contracts.stars', {}),
    fields: [{ key: 'name', width: 1 }, '*', 'orders', { key: 'berth', width: 2 }],
  })
  expect(fields.map(fieldKeyOf)).toEqual(['name', 'berth', 'crew', 'orders'])
})

test('a field, a choice and a word of one’s own are missed each', () => {
  const record = webRecord(kinds[0]!, {
    host: recordHost,
    definition: {
      name: 'ship',
      table: 'ships',
      columns: { id: key(), name: line([]), berth: line([]), rig: choice(['sloop', 'ketch'], []) },
    },
    endpoints: { list: records[0]!.endpoints.list },
    words: defineMessages('contracts.ships', { name: 'Name', rig: 'Rig', sloop: 'Sloop' }),
    fields: ['name', 'berth', 'rig', { key: 'name', word: 'title' }],
  })
  expect(unworded(record)).toEqual(['berth', 'ketch', 'title'])
})
