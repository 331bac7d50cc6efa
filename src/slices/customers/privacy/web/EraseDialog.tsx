import { Alert, Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { DialogButtons } from '../../../../ui/layout/DialogButtons.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { useProblemWords } from '../../../../ui/screen/problem-words.ts'
import { eraseContact, previewErasure } from '../schema.ts'
import { ImpactTable } from './ImpactTable.tsx'
import classes from './Privacy.module.css'

const messages = defineMessages('privacy.erase-dialog', {
  title: 'Erase person',
  text: 'Nothing brings an erased person back. Their addresses are barred, and what arrives late about them is dropped.',
  merged: '{count, plural, one {# record} other {# records}} of this person, merged ones among them.',
  held: 'Under legal hold until {day}: {reason}',
  heldOpen: 'Under legal hold: {reason}',
  type: 'Type “{name}” to confirm',
  submit: 'Erase person',
  started: 'The erasure has begun',
})

export interface EraseDialogProps {
  contactId: string
  requestId?: string
  onClose: () => void
}

/** Says what will be lost and what stays, and asks for the name. */
export function EraseDialog({ contactId, requestId, onClose }: EraseDialogProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const problemWords = useProblemWords()
  const preview = useEndpoint(previewErasure, { params: { id: contactId } })
  const erase = useCommand(eraseContact)
  const [typed, setTyped] = useState('')
  const submit = () =>
    erase.run({ params: { id: contactId }, body: { confirmation: typed, ...(requestId ? { requestId } : {}) } }).then(
      () => {
        toast(t('started'))
        onClose()
      },
      () => {},
    )
  const { data } = preview
  const hold = data?.hold
  return (
    <Dialog opened onClose={onClose} title={t('title')} size="lg">
      {!data ? (
        <Loaded from={preview} rows={8} height={32} compact />
      ) : (
        <form
          className={classes.stack}
          onSubmit={event => {
            event.preventDefault()
            void submit()
          }}
        >
          <p>{t('text')}</p>
          {data.contacts > 1 && <p className={classes.dim}>{t('merged', { count: data.contacts })}</p>}
          <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('title')}>
            <ImpactTable items={data.items} />
          </div>
          {hold && (
            <Alert color="red" role="alert">
              {hold.until
                ? t('held', { day: format.day(hold.until), reason: hold.reason })
                : t('heldOpen', { reason: hold.reason })}
            </Alert>
          )}
          {!hold && (
            <TextInput
              label={t('type', { name: data.name })}
              value={typed}
              onChange={event => setTyped(event.currentTarget.value)}
              autoComplete="off"
              data-autofocus
            />
          )}
          {erase.error && (
            <Alert color="red" role="alert">
              {problemWords(erase.error)}
            </Alert>
          )}
          <DialogButtons onCancel={onClose}>
            {!hold && (
              <Button type="submit" color="red" loading={erase.running} disabled={typed.trim() === ''}>
                {t('submit')}
              </Button>
            )}
          </DialogButtons>
        </form>
      )}
    </Dialog>
  )
}
