import { use } from 'react'
import type { FieldOption } from '../../../../ui/fields/field.ts'
import { WebKindsContext } from '../../../../ui/record/web-kind.ts'

declare module '../../../../ui/record/web-kind.ts' {
  interface WebKind {
    /** Its records can be items of orders: finds them by what is typed. */
    sold?: () => Promise<SearchSold>
  }
}

export interface SoldItem {
  sku: string | null
  name: string
  /** What one costs that day, in minor units; null where it has no price in that currency. */
  unitAmount: number | null
}

export interface SoldOption extends FieldOption {
  itemOf: (currency: string, day: string) => Promise<SoldItem>
}

export type SearchSold = (query: string, signal: AbortSignal) => Promise<SoldOption[]>

/** Finds what can be an item of an order, whatever kind it is. */
export function useSold(): SearchSold {
  const kinds = use(WebKindsContext)
  return async (query, signal) => {
    const found = kinds.map(async ({ sold }) => (sold ? (await sold())(query, signal) : []))
    return (await Promise.all(found)).flat()
  }
}
