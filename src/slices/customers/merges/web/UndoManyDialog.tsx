import { Button, Progress } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { startOfDay } from '../../../../ui/i18n/day-bounds.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { DialogButtons } from '../../../../ui/layout/DialogButtons.tsx'
import { hows, type Merge, type Undoing } from '../schema.ts'
import { mergeWords } from './merge-words.ts'
import classes from './UndoDialog.module.css'
import { useUndoing } from './use-undoing.ts'

const messages = defineMessages('merges.undo-many-dialog', {
  title: 'Undo many merges',
  text: 'Every contact becomes what it was, with what came since. Whoever is in the bin is left out.',
  how: 'Which merges',
  since: 'Made since',
  submit: 'Undo merges',
  progress: '{done} of {total} undone',
  done: '{count, plural, one {# merge undone.} other {# merges undone.}}',
  failed: 'It stopped after {done} of {total}: {error}',
  skipped:
    '{count, plural, one {# was left out: its contact is in the bin.} other {# were left out: their contacts are in the bin.}}',
  close: 'Close',
})

/** All merges of a kind are taken back in the background, with progress. */
export default function UndoManyDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(mergeWords)
  const { timeZone } = useFormat()
  const { undoing, start } = useUndoing()
  const form = useForm({
    initial: { how: 'automatic' as Merge['how'] | null, since: null as string | null },
    submit: ({ how, since }) =>
      start({ body: { ...(how && { how }), ...(since && { since: startOfDay(since, timeZone) }) } }),
  })
  if (undoing)
    return (
      <Dialog opened onClose={onClose} title={t('title')}>
        <UndoingState undoing={undoing} />
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
        </DialogButtons>
      </Dialog>
    )
  const kinds = optionsOf(hows, words)
  return (
    <FormDialog form={form} title={t('title')} submitLabel={t('submit')} size="md" onClose={onClose}>
      <p className={classes.text}>{t('text')}</p>
      <div className={classes.fields}>
        <FormField path="how" label={t('how')} type="choice" options={kinds} />
        <FormField path="since" label={t('since')} type="date" />
      </div>
    </FormDialog>
  )
}

function UndoingState({ undoing: { status, done, total, skipped, error } }: { undoing: Undoing }) {
  const t = useMessages(messages)
  const format = useFormat()
  const share = { done: format.number(done), total: format.number(total) }
  return (
    <div aria-live="polite">
      <Progress value={total === 0 ? 100 : (100 * done) / total} aria-label={t('title')} mb={8} />
      <p className={classes.text}>
        {status === 'done'
          ? t('done', { count: done })
          : status === 'failed'
            ? t('failed', { ...share, error: error ?? '' })
            : t('progress', share)}{' '}
        {skipped > 0 && t('skipped', { count: skipped })}
      </p>
    </div>
  )
}
