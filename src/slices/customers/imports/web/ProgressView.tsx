import { Progress } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { ImportDetail } from '../schema.ts'
import { FramePage, type Frame } from './FramePage.tsx'
import classes from './Import.module.css'

const messages = defineMessages('imports.progress-view', {
  checking: 'Trying the whole file',
  checkingText: 'Nothing is written. You will see what the import would do before it does it.',
  running: 'Importing',
  runningText: 'You can leave this page; the import goes on. Nothing is sent to anyone.',
  undoing: 'Taking back what the import did',
  undoingText: 'You can leave this page; it goes on.',
  rows: '{done} of {total} rows',
  some: '{done} rows',
  records: '{done} of {total} records',
  rate: '{rate} rows a second',
  seconds: '{count, plural, one {# second left} other {# seconds left}}',
  minutes: '{count, plural, one {about # minute left} other {about # minutes left}}',
})

/** While an import is checked, run or undone. */
export function ProgressView({ detail, frame }: { detail: ImportDetail; frame: Frame }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { progress, undo, totalRows, doneRows } = detail
  const status = detail.status as 'checking' | 'running' | 'undoing'
  const share = progress?.fraction ?? 0
  const amount =
    status === 'undoing'
      ? undo && t('records', { done: format.number(undo.doneRecords), total: format.number(undo.totalRecords) })
      : totalRows === null
        ? t('some', { done: format.number(doneRows) })
        : t('rows', { done: format.number(doneRows), total: format.number(totalRows) })
  const left = progress?.secondsLeft ?? null
  const facts = [
    amount,
    progress?.rowsPerSecond && status !== 'undoing'
      ? t('rate', { rate: format.number(Math.round(progress.rowsPerSecond)) })
      : null,
    left === null
      ? null
      : left < 90
        ? t('seconds', { count: Math.max(1, Math.round(left)) })
        : t('minutes', { count: Math.round(left / 60) }),
  ]
  return (
    <FramePage frame={frame}>
      <div className={classes.progress}>
        <h2 className={classes.progressTitle}>{t(status)}</h2>
        <p className={classes.percent}>{format.percent(share)}</p>
        <Progress value={share * 100} size="lg" aria-label={t(status)} />
        <p className={classes.facts}>{facts.filter(Boolean).join(' · ')}</p>
        <p className={classes.hint}>{t(`${status}Text`)}</p>
      </div>
    </FramePage>
  )
}
