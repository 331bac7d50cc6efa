import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Answer, AnyEndpoint, CallInput } from './call.ts'
import { useRefresh } from './use-command.ts'
import { endpointQuery } from './use-endpoint.ts'

/** How often work that goes on is asked for, in milliseconds. */
export const pace = 500

/**
 * Work that goes on in the background, followed while it is under way; what it changed is asked for again when it is
 * through. `null` follows nothing yet: what is followed after it was begun here, however soon it is through.
 */
export function useProgress<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E> | null,
  isUnderWay: (answer: Answer<E>) => boolean,
  onEnd?: (answer: Answer<E>) => void,
) {
  const refresh = useRefresh()
  const query = useQuery({
    ...endpointQuery(endpoint, input ?? ({} as CallInput<E>)),
    enabled: input !== null,
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? pace : false),
  })
  const isBegun = input !== null
  const data = isBegun ? query.data : undefined
  const isBusy = data !== undefined && isUnderWay(data)
  const wasBusy = useRef(false)
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    if (isBegun && data === undefined) return
    if (data !== undefined && wasBusy.current && !isBusy) {
      refresh(endpoint.tag)
      end.current?.(data)
    }
    wasBusy.current = isBusy || !isBegun
  }, [isBegun, data, isBusy, refresh, endpoint])
  return { ...query, data, isBusy }
}
