import { expect, test } from 'vitest'
import { readColumns, writeColumns } from './column-codes.ts'

const keys = ['name', 'email', 'owner', 'fields.plan']

test('a layout survives being saved: order, hidden columns and widths', () => {
  const layout = { order: ['name', 'owner', 'email', 'fields.plan'], hidden: ['email'], widths: { owner: 220 } }
  const codes = writeColumns(keys, layout)
  expect(codes).toEqual(['name', 'owner:220', 'fields.plan'])
  expect(writeColumns(keys, readColumns(keys, codes))).toEqual(codes)
})

test('a column that came later stays hidden until it is chosen', () => {
  expect(readColumns([...keys, 'fields.new'], ['name', 'email']).hidden).toEqual(['owner', 'fields.plan', 'fields.new'])
})
