import { createContext, use, useMemo, type ComponentType } from 'react'
import { useLocale, type Messages } from '../i18n/i18n.tsx'
import { translate, type WordedNumber } from '../i18n/translate.ts'

/** How a kind of record looks where others speak of it: among hits of the search, at tags, in custom fields. */
export interface RecordLook {
  /** As the server names it: `contact`. */
  name: string
  /** The plural noun of the API and of addresses: `contacts`. */
  table: string
  words: Messages<'one' | 'many' | 'count'>
  /** In front of a record's name; for people and companies the initials, round or square. */
  picture: 'round' | 'square' | ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
}

export const RecordLooksContext = createContext<readonly RecordLook[]>([])

export interface SpokenLook extends Omit<RecordLook, 'words'> {
  /** Its list, below which each record has its page: `/contacts`. */
  href: string
  /** "Contact" */
  one: string
  /** "Contacts" */
  many: string
  /** "3 contacts" */
  count: (count: number | WordedNumber) => string
}

/** The kinds of records in the reader's language, in the order of the navigation. */
export function useRecordLooks(): readonly SpokenLook[] {
  const looks = use(RecordLooksContext)
  const locale = useLocale()
  return useMemo(
    () =>
      looks.map(({ words, ...look }) => ({
        ...look,
        href: `/${look.table}`,
        one: words[locale].one,
        many: words[locale].many,
        count: count => translate(words[locale].count, locale, { count }),
      })),
    [looks, locale],
  )
}

export function lookOf<Look extends { name: string }>(looks: readonly Look[], name: string): Look | undefined {
  return looks.find(look => look.name === name)
}
