/** Something of these kinds happened to these records; no ids: to more than can be named. */
export interface LiveMessage {
  kinds: readonly string[]
  ids: readonly string[]
}

export interface LiveListener {
  onMessage: (message: LiveMessage) => void
  /** Connected again after a gap: messages may have been missed. */
  onGap: () => void
  onStatus: (connected: boolean) => void
}

type Told =
  | { kind: 'message'; message: LiveMessage }
  | { kind: 'gap' }
  | { kind: 'status'; connected: boolean }
  | { kind: 'hello' }

/**
 * Listens to the server's events. Tabs share one connection, because a browser opens only six to a server: one tab holds
 * it and tells the others; when it closes, the next takes over. `name` differs per member and workspace.
 */
export function openLiveSource(address: string, name: string, listener: LiveListener): () => void {
  const closed = new AbortController()
  if (!('locks' in navigator)) {
    holdConnection(address, listener, closed.signal)
    return () => closed.abort()
  }
  const channel = new BroadcastChannel(name)
  let connected = false
  let holds = false
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind === 'hello') {
      if (holds) channel.postMessage({ kind: 'status', connected } satisfies Told)
    } else hear(data, listener)
  }
  channel.postMessage({ kind: 'hello' } satisfies Told)

  const tell = (news: Told) => {
    hear(news, listener)
    channel.postMessage(news)
  }
  const hold = () =>
    new Promise<void>(release => {
      closed.signal.addEventListener('abort', () => release())
      if (closed.signal.aborted) return release()
      holds = true
      const teller: LiveListener = {
        onMessage: message => tell({ kind: 'message', message }),
        onGap: () => tell({ kind: 'gap' }),
        onStatus: now => {
          connected = now
          tell({ kind: 'status', connected })
        },
      }
      holdConnection(address, teller, closed.signal)
    })
  navigator.locks.request(name, { signal: closed.signal }, hold).catch(() => {})
  return () => {
    closed.abort()
    channel.close()
  }
}

function hear(news: Told, listener: LiveListener): void {
  if (news.kind === 'message') listener.onMessage(news.message)
  else if (news.kind === 'gap') listener.onGap()
  else if (news.kind === 'status') listener.onStatus(news.connected)
}

const retryAfter = [500, 1000, 2000, 5000]

/** Keeps a connection open until `signal`; the browser reopens a dropped one itself, a refused one we do. */
function holdConnection(address: string, listener: LiveListener, signal: AbortSignal): void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let hadConnection = false

  const open = () => {
    clearTimeout(timer)
    source?.close()
    source = new EventSource(address)
    source.addEventListener('open', () => {
      failures = 0
      if (hadConnection) listener.onGap()
      hadConnection = true
      listener.onStatus(true)
    })
    source.addEventListener('change', event =>
      listener.onMessage(JSON.parse((event as MessageEvent<string>).data) as LiveMessage),
    )
    source.addEventListener('error', () => {
      listener.onStatus(false)
      if (source?.readyState === EventSource.CLOSED)
        timer = setTimeout(open, retryAfter[Math.min(failures++, retryAfter.length - 1)])
    })
  }
  window.addEventListener('online', open, { signal })
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    source?.close()
  })
  open()
}
