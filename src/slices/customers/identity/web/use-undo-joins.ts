import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand, useRefresh } from '../../../../ui/api/use-command.ts'
import { endpointQuery } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { getUndoing, startUndoing, type Undoing } from '../../merges/schema.ts'

const messages = defineMessages('identity.use-undo-joins', {
  undone: '{count, plural, one {# join undone.} other {# joins undone.}}',
})

const pace = 500
const isUnderWay = (undoing: Undoing | undefined) => undoing?.status === 'waiting' || undoing?.status === 'running'

/** Takes back what was joined by itself since a time, in the background. */
export function useUndoJoins(): { undo: (since: string) => Promise<unknown>; isUndoing: boolean } {
  const t = useMessages(messages)
  const refresh = useRefresh()
  const attempt = useAttempt()
  const starting = useCommand(startUndoing)
  const [undoingId, setUndoingId] = useState<string>()
  const { data } = useQuery({
    ...endpointQuery(getUndoing, { params: { undoingId: undoingId ?? '' } }),
    enabled: undoingId !== undefined,
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? pace : false),
  })
  const status = undoingId === undefined ? undefined : data?.status
  const count = data?.done ?? 0
  useEffect(() => {
    if (status !== 'done' && status !== 'failed') return
    setUndoingId(undefined)
    refresh('identity')
    if (status === 'done') toast(t('undone', { count }))
  }, [status, count, refresh, t])
  return {
    undo: since => attempt(starting.run({ body: { how: 'automatic', since } }).then(made => setUndoingId(made.id))),
    isUndoing: undoingId !== undefined || starting.running,
  }
}
