import type pg from 'pg'
import type { Logger } from 'pino'
import type { WorkspaceId } from '../../kernel/ids.ts'
import { createClient } from '../db/connect.ts'

export const liveChannel = 'rapport_live'

/** What a live screen is told: something of these kinds happened to these records. It asks the API for the rest. */
export interface LiveMessage {
  workspaceId: string
  kinds: string[]
  /** Ids of contacts, companies and subjects concerned; empty when there are too many to name. */
  ids: string[]
}

export interface LiveHub {
  /** `onGap` is called when messages may have been missed. */
  subscribe(workspaceId: WorkspaceId, onMessage: (message: LiveMessage) => void, onGap?: () => void): () => void
  close(): Promise<void>
}

/** Listens on one connection of its own and passes messages on to this process's screens; reconnects for ever. */
export function createLiveHub(url: string, log: Logger): LiveHub {
  const listeners = new Map<string, Set<{ onMessage(message: LiveMessage): void; onGap(): void }>>()
  let client: pg.Client | undefined
  let isClosed = false
  let retry: NodeJS.Timeout | undefined

  const connect = async () => {
    const next = createClient(url, 'rapport live', { keepAlive: true })
    client = next
    const again = () => {
      if (client !== next || isClosed) return
      client = undefined
      retry = setTimeout(() => void connect(), 500)
    }
    next.on('error', again)
    next.on('end', again)
    next.on('notification', ({ payload }) => {
      const message = JSON.parse(payload ?? '{}') as LiveMessage
      for (const listener of listeners.get(message.workspaceId) ?? []) listener.onMessage(message)
    })
    try {
      await next.connect()
      await next.query(`listen ${liveChannel}`)
      for (const ofWorkspace of listeners.values()) for (const listener of ofWorkspace) listener.onGap()
    } catch (error) {
      log.warn({ error: String(error) }, 'live updates wait for the database')
      again()
    }
  }
  void connect()

  return {
    subscribe(workspaceId, onMessage, onGap = () => {}) {
      const listener = { onMessage, onGap }
      const ofWorkspace = listeners.get(workspaceId) ?? new Set()
      listeners.set(workspaceId, ofWorkspace.add(listener))
      return () => {
        ofWorkspace.delete(listener)
        if (ofWorkspace.size === 0) listeners.delete(workspaceId)
      }
    },
    async close() {
      isClosed = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}
