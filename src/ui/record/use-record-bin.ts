import { defineMessages } from '../../kernel/messages.ts'
import { useCommand } from '../api/use-command.ts'
import { toastUndo } from '../feedback/toast.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { forgetRecent } from '../screen/recents.ts'
import { useAttempt } from '../screen/use-attempt.ts'
import { useNoun } from './noun.ts'
import type { WebRecord } from './web-record.ts'

const messages = defineMessages('ui.use-record-bin', { deleted: '{name} moved to the bin.' })

/** Moving one record to the bin, with a way back, and taking it out again. */
export function useRecordBin<Full extends { id: string }>(record: WebRecord<any, Full>) {
  const t = useMessages(messages)
  const { one } = useNoun(record.noun)
  const attempt = useAttempt()
  const { list, delete: remove, restore } = record.endpoints
  const removing = useCommand(remove ?? list, {
    optimistic: (cache, input) => cache.remove(list.tag, [(input as unknown as { params: { id: string } }).params.id]),
  })
  const restoring = useCommand(restore ?? list)
  const back = (id: string) => restoring.run({ params: { id } } as never)
  return {
    /** `onDone` leaves what showed it, `onBack` shows it again. */
    bin: async (full: Full, onDone: () => void, onBack: () => void) => {
      const { id } = full
      if (!(await removing.attempt({ params: { id } } as never))) return
      forgetRecent(id)
      onDone()
      toastUndo(t('deleted', { name: record.titleOf(full, one) }), () => back(id).then(onBack))
    },
    restore: (id: string) => void attempt(back(id)),
  }
}
