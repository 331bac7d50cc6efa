import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import type { FieldOption } from '../../../../ui/fields/field.ts'
import { AsyncSelect } from '../../../../ui/form/AsyncSelect.tsx'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { DialogButtons } from '../../../../ui/layout/DialogButtons.tsx'
import { useProblemWords } from '../../../../ui/screen/problem-words.ts'
import { removeMember, type Member } from '../schema.ts'
import classes from './Members.module.css'
import { useMembers } from './public.tsx'

const messages = defineMessages('members.remove-dialog', {
  title: 'Remove {name}?',
  text: '{name} is signed out everywhere and cannot come back without a new invitation. What they wrote stays under their name.',
  to: 'Who takes over their contacts, companies and tasks',
  toHint: 'Leave empty and they have no owner.',
  submit: 'Remove member',
  removed: '{name} removed',
})

/** Asks, since the person loses their access, and who takes over. */
export function RemoveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useMessages(messages)
  const problemWords = useProblemWords()
  const members = useMembers()
  const [heir, setHeir] = useState<FieldOption | null>(null)
  const remove = useCommand(removeMember)
  const { id, name } = member
  const submit = () =>
    remove.run({ params: { id }, query: { reassignTo: heir?.value } }).then(
      () => {
        toast(t('removed', { name }))
        onClose()
      },
      () => {},
    )
  const search = async (query: string) => (await members.search(query)).filter(option => option.value !== id)
  return (
    <Dialog opened onClose={onClose} title={t('title', { name })} size="sm">
      <div className={classes.stack}>
        <p>{t('text', { name })}</p>
        <AsyncSelect label={t('to')} description={t('toHint')} value={heir} onChange={setHeir} search={search} />
        {remove.error && (
          <Alert color="red" role="alert">
            {problemWords(remove.error)}
          </Alert>
        )}
        <DialogButtons onCancel={onClose}>
          <Button color="red" loading={remove.running} onClick={() => void submit()}>
            {t('submit')}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  )
}
