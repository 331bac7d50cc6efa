import { Button, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call } from '../../../../ui/api/call.ts'
import { useCommand, useRefresh } from '../../../../ui/api/use-command.ts'
import { FieldInput } from '../../../../ui/fields/FieldInput.tsx'
import type { Field } from '../../../../ui/fields/field.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { getUndoing, hows, startUndoing, type Merge } from '../schema.ts'
import { mergeWords } from './merge-words.ts'
import classes from './UndoDialog.module.css'

const messages = defineMessages('merges.undo-many-dialog', {
  title: 'Undo many merges',
  text: 'Every contact becomes what it was, with what came since. Whoever is in the bin is left out.',
  how: 'Which merges',
  since: 'Made since',
  submit: 'Undo merges',
  progress: '{done} of {total} undone',
  done: '{count, plural, one {# merge undone.} other {# merges undone.}}',
  skipped:
    '{count, plural, one {# was left out: its contact is in the bin.} other {# were left out: their contacts are in the bin.}}',
  close: 'Close',
})

const pace = 400

/** All merges of a kind are taken back in the background, with progress. */
export default function UndoManyDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(mergeWords)
  const format = useFormat()
  const refresh = useRefresh()
  const attempt = useAttempt()
  const [how, setHow] = useState<string | null>('automatic')
  const [since, setSince] = useState<string | null>(null)
  const [undoingId, setUndoingId] = useState<string | null>(null)
  const start = useCommand(startUndoing)
  const undoing = useQuery({
    queryKey: ['merges', 'undoing', { undoingId: undoingId ?? '' }],
    queryFn: ({ signal }) => call(getUndoing, { params: { undoingId: undoingId! } }, signal),
    enabled: undoingId !== null,
    refetchInterval: ({ state }) => (state.data?.status === 'done' ? false : pace),
  }).data
  const isDone = undoing?.status === 'done'
  useEffect(() => {
    if (isDone) refresh('merges')
  }, [isDone, refresh])

  const fields: Record<'how' | 'since', Field> = {
    how: { key: 'how', label: t('how'), type: 'choice', options: hows.map(value => ({ value, label: words(value) })) },
    since: { key: 'since', label: t('since'), type: 'date' },
  }
  const submit = () =>
    attempt(
      start
        .run({
          body: {
            ...(how ? { how: how as Merge['how'] } : {}),
            ...(since ? { since: new Date(`${since}T00:00:00`).toISOString() } : {}),
          },
        })
        .then(({ id }) => setUndoingId(id)),
    )
  return (
    <Dialog opened onClose={onClose} title={t('title')}>
      {undoing ? (
        <div aria-live="polite">
          <Progress
            value={undoing.total === 0 ? 100 : (100 * undoing.done) / undoing.total}
            aria-label={t('title')}
            mb={8}
          />
          <p className={classes.text}>
            {isDone
              ? t('done', { count: undoing.done })
              : t('progress', { done: format.number(undoing.done), total: format.number(undoing.total) })}{' '}
            {undoing.skipped > 0 && t('skipped', { count: undoing.skipped })}
          </p>
        </div>
      ) : (
        <>
          <p className={classes.text}>{t('text')}</p>
          <div className={classes.fields}>
            <FieldInput
              field={fields.how}
              label={t('how')}
              value={how}
              onChange={value => setHow(value as string | null)}
            />
            <FieldInput
              field={fields.since}
              label={t('since')}
              value={since}
              onChange={value => setSince(value as string | null)}
            />
          </div>
        </>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {undoing ? t('close') : words('cancel')}
        </Button>
        {!undoing && (
          <Button loading={start.running} onClick={() => void submit()}>
            {t('submit')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
