import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { sessionQuery, type Session } from '../../../slices/workspace/sign-in/web/public.tsx'
import { followLive, type LiveNouns } from '../../../ui/api/live.ts'
import { webSlices } from '../screens.ts'

const nouns: LiveNouns = Object.assign({}, ...webSlices.map(slice => slice.live ?? {}))
const patience = 3000

/** Keeps screens current; false once the connection has been gone for a while. */
export function useLive({ member, workspace }: Session): boolean {
  const client = useQueryClient()
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const away = () => {
      setConnected(false)
      // It may be the session that has gone, not the server.
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    }
    const end = followLive(client, {
      name: `rapport-live-${workspace.id}-${member.id}`,
      nouns,
      onStatus: now => {
        if (now) {
          clearTimeout(timer)
          timer = undefined
          setConnected(true)
        } else timer ??= setTimeout(away, patience)
      },
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [client, member.id, workspace.id])
  return connected
}
