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
  const { data, isBusy } = useProgress(getErasure, { params: { id: contactId } }, ({ status }) => status !== 'done')
  if (!data) return null
  return (
    <div className={classes.stack}>
      {isBusy ? (
        <>
          <p className={classes.dim}>{t('running')}</p>
          <Progress value={100} animated striped aria-label={t('running')} />
        </>
      ) : (
        <p>{t('done', { day: format.dateTime(data.finishedAt!) })}</p>
      )}
      {data.counts.length > 0 && <ImpactTable items={data.counts} />}
    </div>
  )
}
