import { useQuery } from '@tanstack/react-query'
import type { Endpoint } from '../../kernel/endpoint.ts'
import type { Page } from '../../kernel/page.ts'
import { call, type Answer, type CallInput } from './call.ts'
import { queryKeyOf } from './query-key.ts'

type Item<E> = Answer<E> extends { items: (infer T)[] } ? T : never

const mostPages = 10
const nothing: readonly never[] = []

/** A short list as a whole, such as members or tags: at most 2,000 items. Empty until it is there. */
export function useAllItems<E extends Endpoint<any, any, any, any>>(
  endpoint: E,
  query: Record<string, string>,
): readonly Item<E>[] {
  const { data } = useQuery({
    queryKey: [...queryKeyOf(endpoint, { query }), 'all'],
    queryFn: async ({ signal }) => {
      const items: Item<E>[] = []
      let cursor: string | undefined
      for (let page = 0; page < mostPages; page++) {
        const input = { query: { ...query, limit: 200, cursor } } as unknown as CallInput<E>
        const answer = (await call(endpoint, input, signal)) as Page<Item<E>>
        items.push(...answer.items)
        cursor = answer.nextCursor ?? undefined
        if (cursor === undefined) break
      }
      return { items }
    },
  })
  return data?.items ?? nothing
}
