import { defineMessages } from '../../../../kernel/messages.ts'

export const mergeWords = defineMessages('merges.merge', {
  merges: 'Merges',
  cancel: 'Cancel',
  undo: 'Unmerge',
  undone: 'Undone',
  person: 'By a person',
  certain: 'Same handle',
  automatic: 'Automatic',
  claim: 'Confirmed by the customer',
  handles: '{count, plural, one {# way to reach} other {# ways to reach}}',
  events: '{count, plural, one {# event} other {# events}}',
  orders: '{count, plural, one {# order} other {# orders}}',
  returns: '{count, plural, one {# return} other {# returns}}',
  notes: '{count, plural, one {# note} other {# notes}}',
  tasks: '{count, plural, one {# task} other {# tasks}}',
  files: '{count, plural, one {# file} other {# files}}',
})

const counted = ['handles', 'events', 'orders', 'returns', 'notes', 'tasks', 'files'] as const

/** What there is, in words: `3 orders, 1 note`. */
export function countWords(
  counts: Readonly<Record<(typeof counted)[number], number>>,
  words: (key: (typeof counted)[number], values: { count: number }) => string,
  skip: readonly string[] = [],
): string[] {
  return counted.flatMap(key => (counts[key] > 0 && !skip.includes(key) ? words(key, { count: counts[key] }) : []))
}
