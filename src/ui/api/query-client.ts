import { QueryCache, QueryClient } from '@tanstack/react-query'
import { forgetOffline } from '../feedback/toast.ts'
import { isRefusal } from './call.ts'
import { ProblemError } from './problem-error.ts'

/** Answers stay fresh because live updates say when they are not. `onSignedOut` hears which question was refused for want of a session. */
export function createQueryClient(onSignedOut: (queryKey: readonly unknown[]) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onSuccess: forgetOffline,
      onError: (error, query) => {
        if (error instanceof ProblemError && error.code === 'unauthenticated') onSignedOut(query.queryKey)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5 * 60_000,
        gcTime: 15 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && !isRefusal(error),
        retryDelay: count => 500 * 2 ** count,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
