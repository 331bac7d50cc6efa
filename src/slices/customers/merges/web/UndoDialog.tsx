import { Button } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call } from '../../../../ui/api/call.ts'
import { useCommand, useRefresh } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { DialogButtons } from '../../../../ui/layout/DialogButtons.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { FactList } from '../../../../ui/values/FactList.tsx'
import { getMerge, mergeContacts, undoMerge, type Merge } from '../schema.ts'
import { useCountWords } from './merge-words.ts'
import classes from './UndoDialog.module.css'

const messages = defineMessages('merges.undo-dialog', {
  title: 'Unmerge {name}',
  text: '{name} becomes a contact of its own again, as if it had never been merged with {survivor}. What came since by its own ways to reach goes with it.',
  with: 'With it comes',
  reach: 'Ways to reach',
  rest: 'History',
  edits: 'What people edited on {survivor} since then stays there.',
  submit: 'Unmerge {name}',
  done: '{name} is a contact of its own again.',
})

/** What comes apart, before it does. */
export default function UndoDialog({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const t = useMessages(messages)
  const countWords = useCountWords()
  const format = useFormat()
  const refresh = useRefresh()
  const undo = useCommand(undoMerge)
  const details = useEndpoint(getMerge, { params: { id: merge.id } })
  const { mergedName: name, survivorName: survivor } = merge

  const submit = async () => {
    if (!(await undo.attempt({ params: { id: merge.id } }))) return
    onClose()
    toastUndo(t('done', { name }), async () => {
      const chosen = Object.entries(merge.choices).map(([key, whose]) => [
        key,
        whose === 'merged' ? merge.mergedId : merge.survivorId,
      ])
      const choices = Object.fromEntries(chosen) as Record<string, string>
      const body = { contactIds: [merge.mergedId], choices, force: true }
      await call(mergeContacts, { params: { id: merge.survivorId }, body })
      refresh('merges')
    })
  }

  return (
    <Dialog opened onClose={onClose} title={t('title', { name })}>
      <p className={classes.text}>{t('text', { name, survivor })}</p>
      <Loaded from={details} rows={2} height={28}>
        {({ comesApart: { contacts, handles, counts } }) => (
          <FactList
            facts={[
              ...(contacts.length > 1
                ? [{ label: t('with'), value: format.list(contacts.slice(1).map(({ name: other }) => other)) }]
                : []),
              ...(handles.length > 0
                ? [{ label: t('reach'), value: handles.map(handle => handle.value).join(', ') }]
                : []),
              { label: t('rest'), value: countWords(counts, ['handles']).join(', ') || '–' },
            ]}
          />
        )}
      </Loaded>
      <p className={classes.text}>{t('edits', { survivor })}</p>
      <DialogButtons onCancel={onClose}>
        <Button loading={undo.running} onClick={() => void submit()} data-autofocus>
          {t('submit', { name })}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
