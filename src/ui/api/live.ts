import type { Query, QueryClient } from '@tanstack/react-query'
import { openLiveSource, type LiveMessage } from './live-source.ts'
import type { EndpointKey } from './query-key.ts'

/** Which nouns of events (`contact` of `contact.changed`) outdate the answers of a resource, by its tag; `*` is every event. */
export type LiveNouns = Readonly<Record<string, readonly string[]>>

export interface LiveOptions {
  name: string
  nouns: LiveNouns
  onStatus: (connected: boolean) => void
}

const soon = 60
/** At most so often, however busy an import is. */
const pause = 1000

/** Refreshes what is on the screen when somebody else changes it. Returns what ends it. */
export function followLive(client: QueryClient, { name, nouns, onStatus }: LiveOptions): () => void {
  let waiting: LiveMessage[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0

  const flush = () => {
    timer = undefined
    last = Date.now()
    const messages = waiting
    waiting = []
    void client.invalidateQueries({ predicate: query => messages.some(message => isOutdated(query, message, nouns)) })
  }
  const end = openLiveSource('/api/v1/live', name, {
    onMessage: message => {
      waiting.push(message)
      timer ??= setTimeout(flush, Math.max(soon, last + pause - Date.now()))
    },
    onGap: () => void client.invalidateQueries(),
    onStatus,
  })
  return () => {
    clearTimeout(timer)
    end()
  }
}

function isOutdated(query: Query, { kinds, ids }: LiveMessage, nouns: LiveNouns): boolean {
  const [tag, , params] = query.queryKey as unknown as EndpointKey
  if (typeof params !== 'object') return false
  return concerns(tag, params, { kinds, ids }, nouns)
}

/** Whether an answer of `tag`, asked for with `params`, is outdated by a message. */
export function concerns(
  tag: string,
  params: Readonly<Record<string, string>>,
  { kinds, ids }: LiveMessage,
  nouns: LiveNouns,
): boolean {
  const wanted = nouns[tag] ?? [tag.replace(/s$/, '')]
  if (!kinds.some(kind => wanted.includes('*') || wanted.includes(kind.split('.')[0]!))) return false
  const asked = Object.values(params)
  return asked.length === 0 || ids.length === 0 || asked.some(id => ids.includes(id))
}
