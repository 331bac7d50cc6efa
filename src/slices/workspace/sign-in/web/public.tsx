import { useQuery } from '@tanstack/react-query'
import type { Permission } from '../../../../kernel/permissions.ts'
import { endpointQuery } from '../../../../ui/api/use-endpoint.ts'
import { getSession, type Session } from '../schema.ts'

export type { Session } from '../schema.ts'

/** Who is asking, if the server knows them; asked for once and kept. */
export const sessionQuery = endpointQuery(getSession, {})

/** Who is signed in, where, and what they may do. Only below the shell, which waits for it. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('useSession is used outside of the shell')
  return data
}

export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useSession()
  return permission => permissions.includes(permission)
}
