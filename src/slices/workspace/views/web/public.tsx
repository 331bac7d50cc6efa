import { useMemo, useState } from 'react'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat } from '../../../../ui/i18n/i18n.tsx'
import {
  expandDays,
  readFilters,
  sameFilters,
  withoutFilters,
  writeFilters,
} from '../../../../ui/screen/list-filters.ts'
import type { ListOptions, ListState } from '../../../../ui/screen/list-state.ts'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import type { ColumnLayout } from '../../../../ui/table/column-layout.ts'
import { listViews, type View } from '../schema.ts'
import { readColumns, writeColumns } from './column-codes.ts'
import { ViewMenu } from './ViewMenu.tsx'

const noViews: readonly View[] = []

/** What a list shows: filters, search and sort stand in the address, columns in this browser, all of it in saved views. */
export function useListState({ object, allName, fields, columns, hidden, defaultSort }: ListOptions): ListState {
  const { timeZone } = useFormat()
  const [state, change] = useUrlState()
  const views = useEndpoint(listViews, { query: { object } }).data?.items ?? noViews
  const view = views.find(candidate => candidate.id === urlValue(state, 'view'))
  const filters = useMemo(() => readFilters(state), [state])
  const q = urlValue(state, 'q') ?? ''
  const sort = urlValue(state, 'sort') ?? defaultSort
  const [layout, keepLayout, layoutChanged] = useKeptLayout(`rapport.columns.${object}.${view?.id ?? 'all'}`, () =>
    view && view.columns.length > 0 ? readColumns(columns, view.columns) : { order: [], hidden, widths: {} },
  )
  const narrowing = { ...writeFilters(filters), ...(q ? { q } : {}) }
  const isChanged =
    view !== undefined &&
    (!sameFilters(readFilters(view.filter), filters) ||
      q !== (urlValue(view.filter, 'q') ?? '') ||
      sort !== (view.sort ?? defaultSort) ||
      layoutChanged)

  const narrow = (next: Record<string, string | string[] | undefined>) => {
    change({ ...withoutFilters(state), open: undefined, ...next }, 'replace')
  }
  return {
    filters,
    setFilters: next => narrow(writeFilters(next)),
    q,
    setQ: next => change({ q: next, open: undefined }, 'replace'),
    sort,
    setSort: next => change({ sort: next === defaultSort ? undefined : next }, 'replace'),
    layout,
    setLayout: keepLayout,
    isNarrowed: filters.length > 0 || q !== '',
    clear: () => narrow({ q: undefined, view: undefined }),
    query: { ...writeFilters(expandDays(filters, fields, timeZone)), ...(q ? { q } : {}), sort },
    viewMenu: (
      <ViewMenu
        {...{ object, allName, views, view, isChanged, filter: narrowing, sort: sort === defaultSort ? null : sort }}
        columns={writeColumns(columns, layout)}
        onSaved={() => keepLayout(null)}
        onSelect={next => narrow({ q: undefined, sort: next?.sort ?? undefined, view: next?.id, ...next?.filter })}
      />
    ),
  }
}

/** Columns as this person arranged them here, kept in this browser until they are saved in a view. */
function useKeptLayout(
  key: string,
  natural: () => ColumnLayout,
): [ColumnLayout, (layout: ColumnLayout | null) => void, boolean] {
  const [kept, setKept] = useState<Record<string, ColumnLayout | null>>({})
  const ownLayout = kept[key] === undefined ? readLayout(key) : kept[key]
  const keep = (layout: ColumnLayout | null) => {
    if (layout === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(layout))
    setKept(before => ({ ...before, [key]: layout }))
  }
  return [ownLayout ?? natural(), keep, ownLayout !== null]
}

function readLayout(key: string): ColumnLayout | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as ColumnLayout | null
  } catch {
    return null
  }
}
