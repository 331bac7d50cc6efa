import { createContext, use, useMemo, type ComponentType } from 'react'
import type { WordedNumber } from '../../kernel/message-params.ts'
import { say, type Messages } from '../../kernel/messages.ts'
import type { FieldOption, SearchOptions } from '../fields/field.ts'
import { useText } from '../i18n/i18n.tsx'

/** How a kind of record looks where others speak of it: among hits of the search, at tags, in custom fields. */
export interface RecordLook {
  /** As the server names it: `contact`. */
  name: string
  /** The plural noun of the API and of addresses: `contacts`. */
  table: string
  /** Shown within other records only: it has neither a list nor pages of its own. */
  isPart?: true
  words: Messages<Record<'one' | 'many' | 'count', string>>
  /** In front of a record's name; for people and companies the initials, round or square. */
  picture: 'round' | 'square' | ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
  /** How one of it is chosen and shown where others refer to it; present where custom fields may. */
  reference?: () => Promise<Reference>
  /** Its records have custom fields. */
  hasFields?: true
  /** Its records carry tags. */
  isTagged?: true
  /** Tables of the records that it names; what is answered of it is out of date when one of them changes. */
  refersTo?: readonly string[]
}

export interface Reference {
  search: SearchOptions
  resolve: (ids: readonly string[]) => Promise<FieldOption[]>
  /** The name of one whose id is known, leading to its page. */
  Name: ComponentType<{ id: string }>
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
  const text = useText()
  return useMemo(
    () =>
      looks.map(({ words, ...look }) => ({
        ...look,
        href: `/${look.table}`,
        one: text(say(words, 'one')),
        many: text(say(words, 'many')),
        count: count => text(say(words, 'count', { count })),
      })),
    [looks, text],
  )
}

export function lookOf<Look extends { name: string }>(looks: readonly Look[], name: string): Look | undefined {
  return looks.find(look => look.name === name)
}
