import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { isWithin, type Owned, type Permission } from '../../../../kernel/permissions.ts'
import { addressOf } from '../../../../ui/api/call.ts'
import { endpointQuery } from '../../../../ui/api/use-endpoint.ts'
import { getAvatar } from '../../avatars/schema.ts'
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

/** Where a member's picture is; undefined when there is none. */
export function pictureOf({ id, avatarFileId }: { id: string; avatarFileId: string | null }): string | undefined {
  return avatarFileId === null ? undefined : addressOf(getAvatar, { params: { id }, query: { v: avatarFileId } })
}

/** Whether a record is of those that the reader may change. */
export function useIsWithin(): (record: Owned) => boolean {
  const { recordRule, member } = useSession()
  return useCallback(
    record => isWithin({ recordRule, memberId: member.id, teamIds: member.teamIds }, record),
    [recordRule, member],
  )
}

export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useSession()
  return permission => permissions.includes(permission)
}
