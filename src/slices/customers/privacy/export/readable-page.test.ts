import { expect, test } from 'vitest'
import { hasKey, say } from '../../../../kernel/messages.ts'
import { columnsFor, keysOf } from '../../../../kernel/record/record.ts'
import { records } from '../../../../app/compose.ts'
import { named, readablePage, readableWords } from './readable-page.ts'

const page = (row: object) =>
  readablePage({ name: 'Acme', timeZone: 'UTC' }, 'cs', new Date(), [
    { name: 'rows', label: say(readableWords, 'title'), rows: [row] },
  ])

test('the page calls columns as its reader does, and leaves a custom field its own name', () => {
  const html = page({ placedAt: new Date('2026-01-01'), email: 'a@b.c', fields: { shoeSize: 44 } })
  expect(html).toContain('<th scope="row">Přijato</th>')
  expect(html).toContain('<th scope="row">E-mail</th>')
  expect(html).toContain('Shoe size:')
})

test('what records hold about a person is called something', () => {
  const keys = records.flatMap(({ columns = {} }) => keysOf(columnsFor(columns, 'personal')))
  const unnamed = keys.filter(key => !named.some(words => hasKey(words, key)))
  // Folded forms and ids, of which the page shows the names.
  expect([...new Set(unnamed)].sort()).toEqual(['orderId', 'searchText', 'sortName'])
})
