import { expect, test } from 'vitest'
import { columnBeside } from './board-column.ts'

const columns = [
  { key: 'overdue', isClosed: true },
  { key: 'today' },
  { key: 'later', isClosed: true },
  { key: 'done' },
]

test('a card goes to the nearest column that takes it, over those that do not', () => {
  expect(columnBeside(columns, 'today', 1)?.key).toBe('done')
  expect(columnBeside(columns, 'done', -1)?.key).toBe('today')
})

test('at the end it stays where it is', () => {
  expect(columnBeside(columns, 'done', 1)).toBeUndefined()
  expect(columnBeside(columns, 'today', -1)).toBeUndefined()
})
