import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call } from '../../../../ui/api/call.ts'
import { useCommand, useRefresh } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { DialogButtons } from '../../../../ui/layout/DialogButtons.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { getContact } from '../../contacts/schema.ts'
import { handleIcons } from '../../contacts/web/handle-words.ts'
import { mergeContacts, splitContact } from '../schema.ts'
import classes from './SplitDialog.module.css'
import { handleWords } from '../../contacts/record.ts'

const messages = defineMessages('merges.split-dialog', {
  title: 'Take ways to reach out',
  text: 'Choose what belongs to somebody else. It becomes a contact of its own, and what comes by it from now on goes there. If a merge brought all of it, that merge is undone with its history.',
  none: 'This contact has only one way to reach, which cannot be taken out.',
  submit: '{count, plural, =0 {Take out} one {Take # out} other {Take # out}}',
  done: '{count, plural, one {# way to reach was taken out.} other {# ways to reach were taken out.}}',
})

/** Some of a contact's handles become a contact of their own. */
export default function SplitDialog({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const t = useMessages(messages)
  const kinds = useMessages(handleWords)
  const refresh = useRefresh()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const contact = useEndpoint(getContact, { params: { id: contactId } })
  const count = contact.data?.handles.length
  const split = useCommand(splitContact)

  const submit = async () => {
    let made = ''
    const input = { params: { id: contactId }, body: { handleIds: [...chosen] } }
    if (!(await split.attempt(input, answer => (made = answer.contactId)))) return
    onClose()
    toastUndo(t('done', { count: chosen.length }), async () => {
      await call(mergeContacts, { params: { id: contactId }, body: { contactIds: [made] } })
      refresh('merges')
    })
  }

  return (
    <Dialog opened onClose={onClose} title={t('title')}>
      <p className={classes.text}>{count !== undefined && count < 2 ? t('none') : t('text')}</p>
      <Loaded from={contact} rows={3} height={28}>
        {({ handles }) => (
          <ul className={classes.list}>
            {handles.map(({ id, kind, value }) => {
              const Icon = handleIcons[kind]
              return (
                <li key={id}>
                  <Checkbox
                    checked={chosen.includes(id)}
                    disabled={handles.length < 2}
                    onChange={event =>
                      setChosen(event.currentTarget.checked ? [...chosen, id] : chosen.filter(other => other !== id))
                    }
                    label={
                      <span className={classes.handle}>
                        <Icon size={15} stroke={1.6} aria-hidden />
                        <span className="visually-hidden">{kinds(kind)}: </span>
                        {value}
                      </span>
                    }
                  />
                </li>
              )
            })}
          </ul>
        )}
      </Loaded>
      <DialogButtons onCancel={onClose}>
        <Button
          disabled={chosen.length === 0 || chosen.length === count}
          loading={split.running}
          onClick={() => void submit()}
        >
          {t('submit', { count: chosen.length })}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
