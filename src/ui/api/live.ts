import type { QueryClient } from '@tanstack/react-query'
import { openLiveSource, type LiveMessage } from './live-source.ts'
import { isOutdated, type Outdated } from './outdated.ts'
import type { EndpointKey } from './query-key.ts'

export interface LiveOptions {
  name: string
  /** Which answers what is told concerns. */
  outdated: () => Promise<Outdated>
  onStatus: (connected: boolean) => void
}

const soon = 60
/** At most so often, however busy an import is. */
const pause = 1000

/** Refreshes what is on the screen when somebody else changes it. Returns what ends it. */
export function followLive(client: QueryClient, { name, outdated, onStatus }: LiveOptions): () => void {
  let waiting: LiveMessage[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0

  const concerns = (known: Outdated, queryKey: readonly unknown[], message: LiveMessage) => {
    const [tag, , params] = queryKey as unknown as EndpointKey
    return typeof params === 'object' && isOutdated(known, tag, params, message)
  }
  const flush = async () => {
    timer = undefined
    last = Date.now()
    const messages = waiting
    waiting = []
    const known = await outdated().catch(() => null)
    void client.invalidateQueries({
      predicate: ({ queryKey }) => !known || messages.some(message => concerns(known, queryKey, message)),
    })
  }
  const end = openLiveSource('/api/v1/live', name, {
    onMessage: message => {
      waiting.push(message)
      timer ??= setTimeout(flush, Math.max(soon, last + pause - Date.now()))
    },
    onGap: () => void client.invalidateQueries(),
    onStatus,
  })
  // A command shows its effect at once only when this is there.
  outdated().catch(() => {})
  return () => {
    clearTimeout(timer)
    end()
  }
}
