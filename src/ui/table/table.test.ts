import { expect, test } from 'vitest'
import { arrange, moveColumn, naturalLayout, naturalWidth, shiftColumn, showColumn } from './column-layout.ts'
import { gridAction } from './grid-keys.ts'
import { extendTo, nothing, selectAll, toggleRow } from './selection.ts'

test('a column is never narrower than its heading', () => {
  expect(naturalWidth({ label: 'Number of employees', width: 80 })).toBeGreaterThan(140)
  expect(naturalWidth({ label: 'Unit', width: 80 })).toBe(80)
})

const order = ['a', 'b', 'c', 'd', 'e', 'f']
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort().join('')

test('shift extends from the row selected last and keeps what was selected before', () => {
  const picked = toggleRow(toggleRow(nothing, 'f'), 'b')
  const extended = extendTo(picked, order, 'd')
  expect(ids(extended)).toBe('bcdf')
  expect(ids(extendTo(extended, order, 'a'))).toBe('abf')
})

test('a range may run upwards', () => {
  expect(ids(extendTo(toggleRow(nothing, 'd'), order, 'b'))).toBe('bcd')
})

test('shift without an anchor selects the one row, and a row that is gone changes nothing', () => {
  expect(ids(extendTo(nothing, order, 'c'))).toBe('c')
  expect(extendTo(toggleRow(nothing, 'a'), order, 'gone').ids).toEqual(new Set(['a']))
})

test('when the anchor was filtered away the range starts anew', () => {
  const picked = toggleRow(nothing, 'gone')
  expect(ids(extendTo(picked, order, 'c'))).toBe('cgone')
})

test('toggling twice leaves nothing; all is all', () => {
  expect(ids(toggleRow(toggleRow(nothing, 'a'), 'a'))).toBe('')
  expect(ids(selectAll(order))).toBe('abcdef')
})

const size = { rows: 100, columns: 5, page: 10 }

test.each([
  ['j', { row: -1, column: 0 }, { row: 0, column: 0 }],
  ['arrowdown', { row: 99, column: 2 }, { row: 99, column: 2 }],
  ['k', { row: 0, column: 0 }, { row: 0, column: 0 }],
  ['pagedown', { row: 95, column: 0 }, { row: 99, column: 0 }],
  ['pageup', { row: 4, column: 0 }, { row: 0, column: 0 }],
  ['arrowright', { row: 3, column: 4 }, { row: 3, column: 4 }],
  ['end', { row: 3, column: 0 }, { row: 3, column: 4 }],
  ['mod+end', { row: 3, column: 1 }, { row: 99, column: 1 }],
])('%s moves and stays inside', (token, at, to) => {
  expect(gridAction(token, at, size)).toEqual({ kind: 'move', to, extend: false })
})

test('keys that need a row do nothing until one is active, and none does in an empty grid', () => {
  expect(gridAction('enter', { row: -1, column: 0 }, size)).toBeNull()
  expect(gridAction('x', { row: 0, column: 0 }, size)).toEqual({ kind: 'toggle' })
  expect(gridAction('mod+enter', { row: 0, column: 0 }, size)).toEqual({ kind: 'open', newTab: true })
  expect(gridAction('j', { row: -1, column: 0 }, { ...size, rows: 0 })).toBeNull()
  expect(gridAction('q', { row: 0, column: 0 }, size)).toBeNull()
})

const keys = ['name', 'email', 'owner', 'value']

test('columns keep a person’s order while columns come and go', () => {
  const layout = { ...naturalLayout, order: ['value', 'gone', 'name'] }
  expect(arrange(keys, layout)).toEqual(['value', 'name', 'email', 'owner'])
})

test('moving drops a column at its target; shifting skips hidden ones and stops at the edge', () => {
  expect(moveColumn(keys, naturalLayout, 'value', 'email').order).toEqual(['name', 'value', 'email', 'owner'])
  expect(moveColumn(keys, naturalLayout, 'name', 'owner').order).toEqual(['email', 'owner', 'name', 'value'])
  const hidden = showColumn(naturalLayout, 'email', false)
  expect(shiftColumn(keys, hidden, 'owner', -1).order.indexOf('owner')).toBe(0)
  expect(shiftColumn(keys, naturalLayout, 'value', 1)).toBe(naturalLayout)
})
