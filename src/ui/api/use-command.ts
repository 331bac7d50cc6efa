import { use, useCallback } from 'react'
import { useMutation, useQueryClient, type QueryClient, type QueryFilters } from '@tanstack/react-query'
import { confirmLoss, type Loss } from '../feedback/confirm-loss.ts'
import { useAttempt } from '../screen/use-attempt.ts'
import { changeableCache, type Cache } from './cache.ts'
import { call, type Answer, type AnyEndpoint, type CallInput } from './call.ts'
import { OutdatedContext, outdatedAfter, type Outdated } from './outdated.ts'
import { asProblem, type ProblemError } from './problem-error.ts'

export interface CommandOptions<E extends AnyEndpoint> {
  /** Shows the effect at once; taken back when the server refuses. */
  optimistic?: (cache: Cache, input: CallInput<E>) => void
}

export interface Command<E extends AnyEndpoint> {
  /** Rejects with a `ProblemError`. */
  run: (input: CallInput<E>) => Promise<Answer<E>>
  /** Asks first, where something is lost; says in a toast when it failed; `then` is given the answer. True when it was done. */
  attempt: (input: CallInput<E>, then?: (answer: Answer<E>) => unknown, loss?: Loss) => Promise<boolean>
  running: boolean
  error: ProblemError | null
  reset: () => void
}

/** A change: sent, shown before it is confirmed where that is possible, and everything it touches refreshed. */
export function useCommand<E extends AnyEndpoint>(endpoint: E, { optimistic }: CommandOptions<E> = {}): Command<E> {
  const client = useQueryClient()
  const outdated = use(OutdatedContext)
  const attempt = useAttempt()
  const mutation = useMutation<Answer<E>, Error, CallInput<E>, () => void>({
    mutationFn: input => call(endpoint, input),
    onMutate: async input => {
      if (!optimistic) return () => {}
      const touched = await touchedBy(endpoint.tag, outdated)
      await Promise.all(touched.map(filters => client.cancelQueries(filters)))
      const { cache, undo } = changeableCache(client)
      optimistic(cache, input)
      return undo
    },
    onError: (_error, _input, undo) => undo?.(),
    onSettled: () => refreshAfter(client, endpoint.tag, outdated),
  })
  const { mutateAsync: run } = mutation
  return {
    run,
    attempt: async (input, then, loss) =>
      (loss === undefined || (await confirmLoss(loss))) && attempt(run(input).then(then)),
    running: mutation.isPending,
    error: mutation.error ? asProblem(mutation.error) : null,
    reset: mutation.reset,
  }
}

/** Asks again for what is on the screen of these resources; the rest is asked for when it is next shown. */
export function refresh(client: QueryClient, tags: readonly string[]): void {
  for (const tag of tags) void client.invalidateQueries({ queryKey: [tag] })
}

/** The answers that a command of `tag` outdates: all of them, where what tells them apart cannot be fetched. */
async function touchedBy(tag: string, load: () => Promise<Outdated>): Promise<QueryFilters[]> {
  const outdated = await load().catch(() => null)
  return outdated ? outdatedAfter(outdated, tag).map(other => ({ queryKey: [other] })) : [{}]
}

async function refreshAfter(client: QueryClient, tag: string, load: () => Promise<Outdated>): Promise<void> {
  for (const filters of await touchedBy(tag, load)) void client.invalidateQueries(filters)
}

/** The same for all that a command of a tag would outdate, when it was not sent by `useCommand`, or ended later. */
export function useRefresh(): (tag: string) => void {
  const client = useQueryClient()
  const outdated = use(OutdatedContext)
  return useCallback(tag => void refreshAfter(client, tag, outdated), [client, outdated])
}
