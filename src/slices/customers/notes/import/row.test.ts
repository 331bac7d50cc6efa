import { expect, test } from 'vitest'
import { rowReader } from '../../imports/rows/row-reader.ts'
import { rulesOf, said } from '../../imports/rules.fixture.ts'
import { noteImport } from './target.ts'

test('notes name whose they are', () => {
  const read = (cells: string[]) => rowReader(noteImport, rulesOf(['body', 'contactName', 'title']))(2, cells)
  expect(
    read(['<p>Called &amp; agreed</p><p>Again</p>', 'Marta Nováková (marta@example.com)', 'Call']).draft,
  ).toMatchObject({
    body: 'Call\n\nCalled & agreed\nAgain',
    contact: { name: 'Marta Nováková', handles: [{ normal: 'marta@example.com' }] },
  })
  expect(said(read(['text', 'Marta', '']).problems[0]!.reason)).toContain('Names neither a contact')
})
