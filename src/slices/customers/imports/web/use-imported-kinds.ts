import { useMemo } from 'react'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useWebKinds } from '../../../../ui/record/web-kind.ts'
import { importWords } from './import-words.ts'

export interface ShownKind {
  name: string
  table: string
  many: string
  /** Its list, where it has one. */
  href: string | undefined
}

/** All that an import can make, in the reader's language: records, and the custom fields and tags that they need. */
export function useImportedKinds(): readonly ShownKind[] {
  const kinds = useWebKinds()
  const words = useMessages(importWords)
  return useMemo(
    () => [
      ...kinds.map(({ name, table, many, href, isPart }) => ({ name, table, many, href: isPart ? undefined : href })),
      { name: 'field', table: 'fields', many: words('fields'), href: undefined },
      { name: 'tag', table: 'tags', many: words('tags'), href: undefined },
    ],
    [kinds, words],
  )
}
