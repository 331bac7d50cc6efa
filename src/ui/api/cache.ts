import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Page } from '../../kernel/page.ts'

interface Identified {
  id: string
}

type Change = (record: Identified) => Identified | null

/** What optimistic updates may do with the kept answers of a resource. */
export interface Cache {
  /** Changes a record wherever it is shown: in lists, and where it was fetched alone. */
  patch: (tag: string, ids: readonly string[], change: (record: any) => any) => void
  /** Takes records out of every list. */
  remove: (tag: string, ids: readonly string[]) => void
  /** Puts a record first in the lists for which `where` holds. */
  prepend: (tag: string, record: Identified, where: (name: string, params: Record<string, string>) => boolean) => void
}

/** A cache whose changes can be taken back all at once. */
export function changeableCache(client: QueryClient): { cache: Cache; undo: () => void } {
  const before = new Map<string, { key: readonly unknown[]; data: unknown }>()
  const update = (tag: string, change: (data: unknown, key: readonly unknown[]) => unknown) => {
    for (const [key, data] of client.getQueriesData({ queryKey: [tag] })) {
      if (data === undefined) continue
      const next = change(data, key)
      if (next === data) continue
      const hash = JSON.stringify(key)
      if (!before.has(hash)) before.set(hash, { key, data })
      client.setQueryData(key, next)
    }
  }
  const cache: Cache = {
    patch: (tag, ids, change) =>
      update(tag, data => mapRecords(data, record => (ids.includes(record.id) ? change(record) : record))),
    remove: (tag, ids) =>
      update(tag, data => mapRecords(data, record => (ids.includes(record.id) ? null : record), false)),
    prepend: (tag, record, where) =>
      update(tag, (data, key) =>
        where(key[1] as string, key[2] as Record<string, string>) ? prepended(data, record) : data,
      ),
  }
  return {
    cache,
    undo: () => {
      for (const { key, data } of before.values()) client.setQueryData(key, data)
    },
  }
}

function mapRecords(data: unknown, change: Change, alone = true): unknown {
  if (isInfinite(data)) {
    const pages = data.pages.map(page => mapPage(page, change))
    return pages.every((page, index) => page === data.pages[index]) ? data : { ...data, pages }
  }
  if (hasItems(data)) return mapPage(data, change)
  if (alone && typeof data === 'object' && data !== null && 'id' in data) return change(data as Identified) ?? data
  return data
}

function mapPage<P extends { items: Identified[] }>(page: P, change: Change): P {
  const items = page.items.flatMap(item => change(item) ?? [])
  return items.length === page.items.length && items.every((item, index) => item === page.items[index])
    ? page
    : { ...page, items }
}

function prepended(data: unknown, record: Identified): unknown {
  if (isInfinite(data) && data.pages[0]) {
    const [first, ...others] = data.pages
    return { ...data, pages: [{ ...first, items: [record, ...first.items] }, ...others] }
  }
  return hasItems(data) ? { ...data, items: [record, ...data.items] } : data
}

function isInfinite(data: unknown): data is InfiniteData<Page<Identified>> {
  return typeof data === 'object' && data !== null && 'pages' in data
}

function hasItems(data: unknown): data is { items: Identified[] } {
  return typeof data === 'object' && data !== null && Array.isArray((data as { items?: unknown }).items)
}
