import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Endpoint } from '../../kernel/endpoint.ts'
import type { Page } from '../../kernel/page.ts'
import { call, type Answer, type CallInput } from './call.ts'
import { asProblem, type ProblemError } from './problem-error.ts'
import { queryKeyOf } from './query-key.ts'
import { pace } from './use-progress.ts'

type Item<E> = Answer<E> extends { items: (infer T)[] } ? T : never

export interface EndlessList<T> {
  /** What was asked; other rows answer another question. */
  question: string
  items: readonly T[]
  total: Page<T>['total']
  /** Nothing to show yet. */
  loading: boolean
  /** Rows shown belong to the question before; the answer to this one is on its way. */
  outdated: boolean
  loadingMore: boolean
  hasMore: boolean
  loadMore: () => void
  error: ProblemError | null
  retry: () => void
}

interface EndlessOptions<T> {
  total?: boolean
  /** While one of its rows tells of work that goes on, the list is asked for again and again. */
  isUnderWay?: (item: T) => boolean
}

/** A list by pages, endless. The total is asked for once, with the first page. */
export function useInfiniteEndpoint<E extends Endpoint<any, any, any, any>>(
  endpoint: E,
  input: CallInput<E> | null,
  { total = false, isUnderWay }: EndlessOptions<Item<E>> = {},
): EndlessList<Item<E>> {
  const { params, query } = (input ?? {}) as { params?: object; query?: object }
  const answer = useInfiniteQuery<
    Page<Item<E>>,
    Error,
    InfiniteData<Page<Item<E>>>,
    ReturnType<typeof queryKeyOf>,
    string | null
  >({
    queryKey: queryKeyOf(endpoint, (input ?? {}) as object),
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam === null ? (total ? { total: 'true' } : {}) : { cursor: pageParam }
      return call(endpoint, { params, query: { ...query, ...page } } as CallInput<E>, signal) as Promise<Page<Item<E>>>
    },
    initialPageParam: null,
    getNextPageParam: page => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: input !== null,
    refetchInterval: ({ state }) =>
      isUnderWay && state.data?.pages.some(page => page.items.some(isUnderWay)) ? pace : false,
  })
  const items = useMemo(() => answer.data?.pages.flatMap(page => page.items) ?? [], [answer.data])
  const { fetchNextPage, isFetchingNextPage, refetch } = answer
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage({ cancelRefetch: false })
  }, [fetchNextPage, isFetchingNextPage])
  const retry = useCallback(() => void refetch(), [refetch])
  return {
    question: JSON.stringify(input),
    items,
    total: answer.data?.pages[0]?.total,
    loading: answer.isPending && input !== null,
    outdated: answer.isPlaceholderData,
    loadingMore: isFetchingNextPage,
    hasMore: answer.hasNextPage,
    loadMore,
    error: answer.error && !answer.data ? asProblem(answer.error) : null,
    retry,
  }
}
