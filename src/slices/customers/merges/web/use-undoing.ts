import { useState } from 'react'
import type { CallInput } from '../../../../ui/api/call.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useProgress } from '../../../../ui/api/use-progress.ts'
import { getUndoing, startUndoing, type Undoing } from '../schema.ts'

const isUnderWay = ({ status }: Undoing) => status === 'waiting' || status === 'running'

/** Takes back all merges of a kind in the background; `onEnd` is told how that went. */
export function useUndoing(onEnd?: (undoing: Undoing) => void) {
  const [undoingId, setUndoingId] = useState<string | null>(null)
  const starting = useCommand(startUndoing)
  const input = undoingId === null ? null : { params: { undoingId } }
  const { data: undoing, isBusy } = useProgress(getUndoing, input, isUnderWay, onEnd)
  const start = ({ body }: CallInput<typeof startUndoing>) => {
    setUndoingId(null)
    return starting.run({ body }).then(({ id }) => setUndoingId(id))
  }
  return { undoing, isBusy: isBusy || starting.running, start }
}
