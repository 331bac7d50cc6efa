import { defineMessages } from '../../../../ui/i18n/i18n.tsx'

export const mergeWords = defineMessages({
  en: {
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
  },
  cs: {
    merges: 'Sloučení',
    cancel: 'Zrušit',
    undo: 'Rozpojit',
    undone: 'Vráceno',
    person: 'Rozhodl člověk',
    certain: 'Stejný údaj',
    automatic: 'Automaticky',
    claim: 'Potvrdil zákazník',
    handles: '{count, plural, one {# spojení} few {# spojení} many {# spojení} other {# spojení}}',
    events: '{count, plural, one {# událost} few {# události} many {# události} other {# událostí}}',
    orders: '{count, plural, one {# objednávka} few {# objednávky} many {# objednávky} other {# objednávek}}',
    returns: '{count, plural, one {# vratka} few {# vratky} many {# vratky} other {# vratek}}',
    notes: '{count, plural, one {# poznámka} few {# poznámky} many {# poznámky} other {# poznámek}}',
    tasks: '{count, plural, one {# úkol} few {# úkoly} many {# úkolu} other {# úkolů}}',
    files: '{count, plural, one {# soubor} few {# soubory} many {# souboru} other {# souborů}}',
  },
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

/** Resources that a merge or its undo outdates. */
export const outdated = ['merges', 'contacts', 'timeline', 'orders', 'notes', 'tasks', 'files', 'identity'] as const
