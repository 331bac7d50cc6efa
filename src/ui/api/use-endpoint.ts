import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { call, type Answer, type AnyEndpoint, type CallInput } from './call.ts'
import { queryKeyOf } from './query-key.ts'

/** The query of an endpoint, for prefetching and for reading the cache. */
export function endpointQuery<E extends AnyEndpoint>(endpoint: E, input: CallInput<E>) {
  return queryOptions<Answer<E>>({
    queryKey: queryKeyOf(endpoint, input as object),
    queryFn: ({ signal }) => call(endpoint, input, signal),
  })
}

export interface EndpointOptions {
  /** Shows the last answer while another one is on its way: for filters and paging. */
  keepPrevious?: boolean
  /** Asks again after so many milliseconds, while it is looked at. */
  every?: number
}

/** The answer of a GET endpoint, kept and refreshed; `null` as input asks nothing yet. */
export function useEndpoint<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E> | null,
  { keepPrevious = false, every }: EndpointOptions = {},
) {
  return useQuery({
    ...endpointQuery(endpoint, input ?? ({} as CallInput<E>)),
    enabled: input !== null,
    refetchInterval: every,
    placeholderData: keepPrevious ? keepPreviousData : undefined,
  })
}
