import { expect, test } from 'vitest'
import { defineEvents } from '../../kernel/event.ts'
import { reference, references } from '../../kernel/record/column.ts'
import { isOutdated, kindsIn, outdatedAfter, outdatedBy } from './outdated.ts'

const of = () => ({})
const contacts = defineEvents(
  'contact',
  { of, tag: 'contacts', outdates: ['search'] },
  { changed: { when: 'changed' } },
)
const handles = defineEvents('handle', { of, tag: 'contacts' }, { added: { when: 'added' } })
const orders = defineEvents('order', { of, tag: 'orders', outdates: ['contacts'] }, { placed: { when: 'placed' } })
const tags = defineEvents('tag', { of, tag: 'tags', outdatesAll: 'tagIds' }, { renamed: { when: 'renamed' } })
const deals = defineEvents('deal', { of, tag: 'deals' }, { won: { when: 'won' } })
const pages = defineEvents('page', { of }, { viewed: { when: 'viewed' } })
const roles = defineEvents('role', { of, tag: 'roles', outdatesAll: 'ownerId' }, { limited: { when: 'limited' } })
const outdated = outdatedBy([
  { kinds: kindsIn({ contacts, handles }), live: { contacts: ['import'] } },
  { kinds: kindsIn({ orders }) },
  {
    kinds: kindsIn({ deals }),
    records: [
      { name: 'deal', table: 'deals', columns: { tagIds: references('tags', []), ownerId: reference('members', []) } },
      { name: 'quote', table: 'quotes', columns: { dealId: reference('deals', []) } },
    ],
  },
  { kinds: kindsIn({ tags }), tellsOf: { tags: ({ columns = {} }) => 'tagIds' in columns } },
  { kinds: kindsIn({ roles }) },
  { kinds: kindsIn({ pages }), live: { timeline: ['*'], profiles: ['two-factor'] } },
])
const message = (kind: string, ...ids: string[]) => ({ kinds: [kind], ids })

test.each([
  ['a list hears of every record', 'contacts', {}, message('contact.changed', 'a'), true],
  ['a record hears of itself', 'contacts', { id: 'a' }, message('handle.added', 'a', 'x'), true],
  ['a record does not hear of another', 'contacts', { id: 'b' }, message('contact.changed', 'a'), false],
  ['too many to name is everybody', 'contacts', { id: 'b' }, message('contact.changed'), true],
  ['other nouns do not matter', 'contacts', {}, message('task.created', 'a'), false],
  ['events say whose answers they outdate', 'contacts', {}, message('order.placed', 'a'), true],
  ['what is no event but told live is listened to', 'contacts', {}, message('import.progressed', 'a'), true],
  ['a star hears everything of its record', 'timeline', { id: 'a' }, message('survey.answered', 'a'), true],
  ['what no command causes outdates nothing by itself', 'pages', {}, message('survey.answered', 'a'), false],
  ['what refers to a record hears of it', 'quotes', {}, message('deal.won', 'a'), true],
  ['what tells of records hears of them', 'tags', {}, message('deal.won', 'a'), true],
  ['what carries tags hears of them', 'deals', {}, message('tag.renamed', 't'), true],
  ['what carries none does not', 'quotes', {}, message('tag.renamed', 't'), false],
  ['what has an owner hears of who may see it', 'deals', {}, message('role.limited', 'w'), true],
  ['and so does what refers to it', 'quotes', {}, message('role.limited', 'w'), true],
  ['a resource hears its own noun without being told', 'tasks', {}, message('task.created', 'a'), true],
])('%s', (_name, tag, params, heard, expected) => {
  expect(isOutdated(outdated, tag, params, heard)).toBe(expected)
})

test.each([
  ['orders', ['orders', 'contacts', 'timeline']],
  ['contacts', ['contacts', 'search', 'timeline']],
  ['deals', ['deals', 'quotes', 'tags', 'timeline']],
  ['tags', ['tags', 'deals', 'timeline']],
  ['two-factor', ['two-factor', 'timeline', 'profiles']],
  ['views', ['views', 'timeline']],
])('a command of %s refreshes its own answers and those that hear of what it causes', (tag, expected) => {
  expect(outdatedAfter(outdated, tag).toSorted()).toEqual(expected.toSorted())
})
