import { expect, test } from 'vitest'
import { followStages, type Mark } from './lifecycle.ts'
import { day } from './plan.ts'

const marks = (text: string): Mark[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map(entry => {
      const [what, at] = entry.split('@') as [Mark['what'], string]
      return { what, at: Number(at) * day }
    })

test.each([
  ['', 500, ['lead']],
  ['asked@1', 500, ['lead', 'prospect']],
  ['ordered@3', 100, ['lead', 'customer']],
  ['ordered@3 asked@5', 100, ['lead', 'customer']],
  ['ordered@3 ordered@20 ordered@40', 100, ['lead', 'customer', 'loyal']],
  ['ordered@3 praised@5', 100, ['lead', 'customer']],
  ['ordered@3 ordered@20 ordered@40 praised@50 ordered@60', 100, ['lead', 'customer', 'loyal', 'advocate']],
  ['ordered@3', 300, ['lead', 'customer', 'lapsed']],
  ['ordered@3 ordered@290', 300, ['lead', 'customer', 'lapsed', 'customer']],
  ['ordered@3 ordered@20 ordered@400', 401, ['lead', 'customer', 'lapsed', 'loyal']],
  ['ordered@200', 100, ['lead']],
])('%j seen on day %i', (text, today, stages) => {
  const { stage, moves } = followStages('lead', marks(text), today * day)
  expect(['lead', ...moves.map(move => move.to)]).toEqual(stages)
  expect(moves.map(move => move.from)).toEqual(stages.slice(0, -1))
  expect(stage).toBe(stages.at(-1))
  expect(moves.every(move => move.at <= today * day)).toBe(true)
})
