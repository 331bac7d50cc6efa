import { useQueryClient } from '@tanstack/react-query'
import { use, useEffect, useState } from 'react'
import { sessionQuery, type Session } from '../../../slices/workspace/sign-in/web/public.tsx'
import { followLive } from '../../../ui/api/live.ts'
import { OutdatedContext } from '../../../ui/api/outdated.ts'

const patience = 3000

/** Keeps screens current; false once the connection has been gone for a while. */
export function useLive({ member, workspace }: Session): boolean {
  const client = useQueryClient()
  const outdated = use(OutdatedContext)
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
      outdated,
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
  }, [client, outdated, member.id, workspace.id])
  return connected
}
