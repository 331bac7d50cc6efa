import { createContext, use, useMemo, type ComponentType } from 'react'
import type { WordedNumber } from '../../kernel/message-params.ts'
import { say } from '../../kernel/messages.ts'
import type { Noun } from '../../kernel/noun.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { FieldOption, SearchOptions } from '../fields/field.ts'
import { useText } from '../i18n/i18n.tsx'

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>

/**
 * A kind of records, as much of it as the first screen needs and others who speak of it: the search, tags, custom fields.
 * `WebRecord` adds what its own screens need.
 */
export interface WebKind {
  /** As the server and events name it: `contact`. */
  name: string
  /** As the API, addresses and saved views name many of it: `contacts`. */
  table: string
  /** Shown within other records only: it has neither a list nor pages of its own. */
  isPart?: true
  /** What is written on records (notes, tasks, files) is shown on its pages. */
  linked?: true
  /** Its records have custom fields. */
  hasFields?: true
  /** What one needs to make one of it, where that is not `<table>:write`. */
  writtenBy?: Permission
  noun: Noun
  icon: Icon
  /** What stands in front of a record's name instead of the icon: initials, as of people or of companies. */
  picture?: 'round' | 'square'
  /** How one of it is chosen and shown where others refer to it; custom fields may, where it is no part. */
  reference?: () => Promise<Reference>
}

export const isLinked = ({ linked }: Pick<WebKind, 'linked'>): boolean => linked === true

export interface Reference {
  search: SearchOptions
  resolve: (ids: readonly string[]) => Promise<FieldOption[]>
  /** Makes a new one of what was typed. */
  create: (name: string) => Promise<FieldOption>
  /** The name of one whose id is known, leading to its page. */
  Name: ComponentType<{ id: string }>
}

export const WebKindsContext = createContext<readonly WebKind[]>([])

export interface SpokenKind extends Omit<WebKind, 'noun'> {
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
export function useWebKinds(): readonly SpokenKind[] {
  const kinds = use(WebKindsContext)
  const text = useText()
  return useMemo(
    () =>
      kinds.map(({ noun, ...kind }) => ({
        ...kind,
        href: `/${kind.table}`,
        one: text(say(noun, 'one')),
        many: text(say(noun, 'many')),
        count: count => text(say(noun, 'count', { count })),
      })),
    [kinds, text],
  )
}

export function kindNamed<Kind extends { name: string }>(kinds: readonly Kind[], name: string): Kind | undefined {
  return kinds.find(kind => kind.name === name)
}
