import { expect, test } from 'vitest'
import { barGeometry, labelStride } from './bar-geometry.ts'

const bought = { key: 'bought', label: 'Bought', colour: 'teal' }
const returned = { key: 'returned', label: 'Returned', colour: 'rust' }
const size = { width: 400, height: 120, labels: 10 }
const period = (key: string, up: number, down: number) => ({ key, label: key, values: { bought: up, returned: down } })

test('purchases stand on the zero line and returns hang from it, on one scale', () => {
  const { marks, zero } = barGeometry([period('q1', 60, -40), period('q2', 30, 0)], [bought, returned], size)
  expect(marks).toHaveLength(3)
  expect(marks[0]!.y + marks[0]!.height).toBeCloseTo(zero)
  expect(marks[1]!.y).toBeCloseTo(zero)
  expect(marks[0]!.height / marks[1]!.height).toBeCloseTo(1.5)
  expect(marks[0]!.height / marks[2]!.height).toBeCloseTo(2)
})

test('all bars stay inside the box with room for labels', () => {
  const { marks } = barGeometry([period('q1', 60, -40), period('q2', 3, -90)], [bought, returned], size)
  for (const mark of marks) {
    expect(mark.y).toBeGreaterThanOrEqual(10 - 1e-9)
    expect(mark.y + mark.height).toBeLessThanOrEqual(110 + 1e-9)
  }
})

test('nothing and only zeros draw no bars and no NaN', () => {
  expect(barGeometry([], [bought], size)).toMatchObject({ marks: [], centres: [] })
  const flat = barGeometry([period('q1', 0, 0)], [bought], size)
  expect(flat.marks).toEqual([])
  expect(Number.isFinite(flat.zero)).toBe(true)
})

test('a tiny value beside a huge one can still be seen', () => {
  const { marks } = barGeometry([period('q1', 1, 0), period('q2', 1_000_000, 0)], [bought], size)
  expect(marks[0]!.height).toBe(1)
})

test('labels thin out when they would not fit', () => {
  expect(labelStride(8, 400, 40)).toBe(1)
  expect(labelStride(24, 400, 40)).toBe(3)
})
