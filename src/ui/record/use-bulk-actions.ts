import { useCommand } from '../api/use-command.ts'
import { toastError, toastUndo } from '../feedback/toast.ts'
import { forgetRecent } from '../screen/recents.ts'
import { useAttempt } from '../screen/use-attempt.ts'
import { useNoun } from './noun.ts'
import { patched, type Change } from './use-change-record.ts'
import type { IdsEndpoint, WebRecord } from './web-record.ts'

/** Changing and deleting several records at once; both can be undone. `onDone` gives the selection up. */
export function useBulkActions<Row extends { id: string }>(
  record: WebRecord<Row, any>,
  rows: readonly Row[],
  onDone: () => void,
) {
  const attempt = useAttempt()
  const noun = useNoun(record.noun)
  const { list, save: saveMany, deleteMany, restoreMany } = record.endpoints
  const ids = rows.map(row => row.id)
  const save = useCommand(saveMany ?? list, {
    optimistic: (cache, input) => {
      for (const { id, ...change } of itemsOf(input)) cache.patch(list.tag, [id], record => patched(record, change))
    },
  })
  const remove = useCommand((deleteMany ?? list) as IdsEndpoint, {
    optimistic: (cache, { body }) => cache.remove(list.tag, body.ids),
  })
  const restore = useCommand((restoreMany ?? list) as IdsEndpoint)
  const saveAll = (items: object[]) => save.run({ body: { items } } as never) as Promise<Saved>
  return {
    change(change: Change) {
      const saved = saveAll(ids.map(id => ({ id, ...change })))
      void attempt(
        saved.then(({ items }) => {
          const failed = items.filter(item => item.error !== null)
          if (failed.length > 0) toastError(noun.sayFailed(failed.length, failed[0]!.error!.message))
          const done = rows.filter((_, index) => items[index]?.error === null)
          const undo = done.map(row => ({ id: row.id, ...before(row, change) }))
          if (done.length > 0) toastUndo(noun.sayOf('changed', done.length), () => saveAll(undo))
        }),
      )
      onDone()
    },
    bin() {
      ids.forEach(forgetRecent)
      void remove.attempt({ body: { ids } }, () =>
        toastUndo(noun.sayOf('deleted', ids.length), () => restore.run({ body: { ids } })),
      )
      onDone()
    },
  }
}

/** What gives a row back what a change took from it. */
export function before(row: object, change: Change): Change {
  const { tagIds = [], ...values } = row as { tagIds?: readonly string[] } & Record<string, unknown>
  const taken: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(change)) {
    const listed = Array.isArray(value) ? (value as string[]) : []
    if (key === 'addTagIds') taken['removeTagIds'] = listed.filter(id => !tagIds.includes(id))
    else if (key === 'removeTagIds') taken['addTagIds'] = listed.filter(id => tagIds.includes(id))
    else taken[key] = values[key] ?? null
  }
  return taken
}

interface Saved {
  items: { error: { message: string } | null }[]
}

function itemsOf(input: unknown): ({ id: string } & object)[] {
  return (input as { body: { items: ({ id: string } & object)[] } }).body.items
}
