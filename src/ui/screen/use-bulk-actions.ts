import type { z } from 'zod'
import type { Endpoint } from '../../kernel/endpoint.ts'
import type { AnyEndpoint } from '../api/call.ts'
import { useCommand } from '../api/use-command.ts'
import { toastError, toastUndo } from '../feedback/toast.ts'
import { useAttempt } from './use-attempt.ts'

export type IdsEndpoint = Endpoint<
  undefined,
  undefined,
  z.ZodObject<{ ids: z.ZodArray<z.ZodType<string, string>> }>,
  any
>

export interface BulkEndpoints {
  /** Takes `{ items }`, each with an id, and answers with an error or none for each. */
  save: AnyEndpoint
  remove: IdsEndpoint
  restore: IdsEndpoint
  refreshes?: readonly string[]
  /** Shows a change before it is confirmed. */
  patched?: (record: any, change: any) => any
}

export interface BulkTexts {
  changed: (count: number) => string
  failed: (count: number, reason: string) => string
  deleted: (count: number) => string
}

/** Changing and deleting several records at once; both can be undone. `onDone` gives the selection up. */
export function useBulkActions<Row extends { id: string }>(
  rows: readonly Row[],
  { save: saving, remove: removing, restore: restoring, patched, ...rest }: BulkEndpoints,
  texts: BulkTexts,
  onDone: () => void,
) {
  const attempt = useAttempt()
  const { tag } = removing
  const refreshes = rest.refreshes ?? [tag]
  const ids = rows.map(row => row.id)
  const save = useCommand(saving, {
    refreshes,
    ...(patched && {
      optimistic: (cache, input) => {
        for (const { id, ...change } of itemsOf(input)) cache.patch(tag, [id], record => patched(record, change))
      },
    }),
  })
  const remove = useCommand(removing, { refreshes, optimistic: (cache, { body }) => cache.remove(tag, body.ids) })
  const restore = useCommand(restoring, { refreshes })
  return {
    /** `before` gives a row back what the change took from it. */
    change<Change extends object>(change: Change, before: (row: Row, change: Change) => object) {
      const saved = save.run({ body: { items: ids.map(id => ({ id, ...change })) } }) as Promise<Saved>
      void attempt(
        saved.then(({ items }) => {
          const failed = items.filter(item => item.error !== null)
          if (failed.length > 0) toastError(texts.failed(failed.length, failed[0]!.error!.message))
          const done = rows.filter((_, index) => items[index]?.error === null)
          const undo = done.map(row => ({ id: row.id, ...before(row, change) }))
          if (done.length > 0) toastUndo(texts.changed(done.length), () => save.run({ body: { items: undo } }))
        }),
      )
      onDone()
    },
    bin() {
      void attempt(remove.run({ body: { ids } })).then(done => {
        if (done) toastUndo(texts.deleted(ids.length), () => restore.run({ body: { ids } }))
      })
      onDone()
    },
  }
}

interface Saved {
  items: { error: { message: string } | null }[]
}

function itemsOf(input: unknown): ({ id: string } & object)[] {
  return (input as { body: { items: ({ id: string } & object)[] } }).body.items
}
