import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '../../../../ui/api/call.ts'
import { endpointQuery } from '../../../../ui/api/use-endpoint.ts'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { changeImport, getImport, type ImportDetail, type ImportPatch } from '../schema.ts'

export type Mapped = ImportDetail['mapping'][number]

export interface MappingState {
  mapping: readonly Mapped[]
  setColumn: (index: number, mapped: Mapped) => void
  /** Everything else that is set; what the server proposes for it is shown when it answers. */
  change: (patch: ImportPatch) => Promise<boolean>
  saving: boolean
  /** Waits until all changes are saved; false when one was refused. */
  settle: () => Promise<boolean>
}

/** What is chosen for each column, saved one change after the other as it is chosen. */
export function useMapping(detail: ImportDetail): MappingState {
  const client = useQueryClient()
  const attempt = useAttempt()
  const [draft, setDraft] = useState<readonly Mapped[] | null>(null)
  const [waiting, setWaiting] = useState(0)
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  const latest = useRef(0)
  const { id } = detail
  const key = endpointQuery(getImport, { params: { id } }).queryKey

  const change = (patch: ImportPatch) => {
    const turn = ++latest.current
    setWaiting(count => count + 1)
    const send = async () => {
      const answer = await call(changeImport, { params: { id }, body: patch })
      if (turn !== latest.current) return
      client.setQueryData(key, answer)
      setDraft(null)
    }
    const done = queue.current
      .then(async before => {
        const isSaved = await attempt(send())
        if (!isSaved) {
          setDraft(null)
          await client.invalidateQueries({ queryKey: key })
        }
        return before && isSaved
      })
      .finally(() => setWaiting(count => count - 1))
    queue.current = done
    return done
  }
  const mapping = draft ?? detail.mapping
  return {
    mapping,
    setColumn: (index, mapped) => {
      const next = mapping.with(index, mapped)
      setDraft(next)
      void change({ mapping: [...next] })
    },
    change,
    saving: waiting > 0,
    settle: async () => {
      const isSaved = await queue.current
      queue.current = Promise.resolve(true)
      return isSaved
    },
  }
}
