import { expect, test } from 'vitest'
import { defineEvents } from '../../kernel/event.ts'
import { kindsIn } from '../api/outdated.ts'
import { groupsOf, spoken } from './event-groups.ts'

test('nouns of one group are narrowed to together; a noun without a group is its own', () => {
  const of = () => ({})
  const orders = defineEvents('order', { of, group: 'orders' }, { placed: { when: 'ordered' } })
  const returns = defineEvents('return', { of, group: 'orders' }, { received: { when: 'sent back' } })
  const surveys = defineEvents('survey', { of }, { answered: { when: 'answered' } })
  const { groups } = groupsOf([{ kinds: kindsIn({ orders, returns }) }, { kinds: kindsIn({ surveys }) }, {}])
  expect([...groups]).toEqual([
    ['order.placed', 'orders'],
    ['return.received', 'orders'],
    ['survey.answered', 'survey'],
  ])
})

test('a kind without words is still readable', () => {
  expect(spoken('survey.answered')).toBe('Survey answered')
  expect(spoken('loyalty-card.points_added')).toBe('Loyalty card points added')
})
