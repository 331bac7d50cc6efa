import { Progress } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useProgress } from '../../../../ui/api/use-progress.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { getErasure } from '../schema.ts'
import { ImpactTable } from './ImpactTable.tsx'
import classes from './Privacy.module.css'

const messages = defineMessages('privacy.erasure-state', {
  running: 'The erasure goes on, step by step.',
  done: 'Erased on {day}.',
})

/** How far an erasure is, and what it did. */
export function ErasureState({ contactId }: { contactId: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const asked = { params: { id: contactId } }
  const { data, isBusy } = useProgress(
    getErasure,
    asked,
    ({ erasure }) => erasure !== null && erasure.status !== 'done',
  )
  if (!data?.erasure) return null
  const { finishedAt, counts } = data.erasure
  return (
    <div className={classes.stack}>
      {isBusy ? (
        <>
          <p className={classes.dim}>{t('running')}</p>
          <Progress value={100} animated striped aria-label={t('running')} />
        </>
      ) : (
        <p>{t('done', { day: format.dateTime(finishedAt!) })}</p>
      )}
      {counts.length > 0 && <ImpactTable items={counts} />}
    </div>
  )
}
