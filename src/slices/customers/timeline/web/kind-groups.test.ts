import { expect, test } from 'vitest'
import { hasKey } from '../../../../kernel/messages.ts'
import { groupOf, groupWords, spoken } from './kind-groups.ts'

test('orders and returns are one group; a noun nobody grouped is its own', () => {
  expect(groupOf('order.placed')).toBe('orders')
  expect(groupOf('return.received')).toBe('orders')
  expect(groupOf('survey.answered')).toBe('survey')
  expect(hasKey(groupWords, 'survey')).toBe(false)
})

test('a kind without words is still readable', () => {
  expect(spoken('survey.answered')).toBe('Survey answered')
  expect(spoken('loyalty-card.points_added')).toBe('Loyalty card points added')
})
