import { useCallback, useRef } from 'react'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { removeToast, toastUndo } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { changeCandidate, decide, takeBackDecision, type Verdict } from '../schema.ts'
import { identityWords } from './identity-words.ts'

/** What outdates with a decision. */
export interface Decide {
  /** Of a pair, or of several contacts of a group; `rows` go from the lists at once. */
  say: (verdict: Verdict, what: Saying) => void
  putOff: (id: string, isLater: boolean) => void
  assign: (id: string, assigneeId: string | null) => void
  undoLast: () => void
}

export interface Saying {
  candidateId?: string
  contactIds?: string[]
  survivorId?: string
  names: string[]
  rows: string[]
}

/** Decisions are shown before they are confirmed, and each can be taken back. */
export function useDecide(): Decide {
  const t = useMessages(identityWords)
  const format = useFormat()
  const attempt = useAttempt()
  const rowsOf = useRef(new WeakMap<object, string[]>())
  const saying = useCommand(decide, {
    optimistic: (cache, { body }) => cache.remove('identity', rowsOf.current.get(body) ?? []),
  })
  const takingBack = useCommand(takeBackDecision)
  const changing = useCommand(changeCandidate)
  const last = useRef<(() => Promise<unknown>)[]>([])

  const remember = useCallback((message: string, undo: () => Promise<unknown>) => {
    const once = async () => {
      last.current = last.current.filter(other => other !== once)
      removeToast(id)
      await undo()
    }
    last.current.push(once)
    const id = toastUndo(message, once)
  }, [])

  return {
    say(verdict, { candidateId, contactIds, survivorId, names, rows }) {
      const body = { candidateId, contactIds, survivorId, verdict }
      rowsOf.current.set(body, rows)
      const sent = saying.run({ body })
      void attempt(sent).then(async done => {
        if (!done) return
        const { items } = await sent
        remember(t(verdict === 'same' ? 'joined' : 'keptApart', { names: format.list(names) }), async () => {
          for (const { id } of items) await takingBack.run({ params: { id } })
        })
      })
    },
    putOff(id, isLater) {
      void changing.attempt({ params: { id }, body: { isLater } }).then(done => {
        if (done && isLater) remember(t('putOff'), () => changing.run({ params: { id }, body: { isLater: false } }))
      })
    },
    assign(id, assigneeId) {
      void changing.attempt({ params: { id }, body: { assigneeId } })
    },
    undoLast() {
      const undo = last.current.at(-1)
      if (undo) void attempt(undo())
    },
  }
}
