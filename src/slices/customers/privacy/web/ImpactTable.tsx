import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { SmallTable } from '../../../../ui/values/SmallTable.tsx'
import type { ImpactRow } from '../schema.ts'
import { keptWords } from './privacy-words.ts'
import classes from './Privacy.module.css'

const messages = defineMessages('privacy.impact-table', {
  what: 'What',
  deleted: 'Deleted',
  redacted: 'Redacted',
  kept: 'Kept',
  table: 'What an erasure does',
})

/** What an erasure does to each kind of data, and why something stays. */
export function ImpactTable({ items }: { items: readonly ImpactRow[] }) {
  const t = useMessages(messages)
  const reasonOf = useMessages(keptWords)
  const format = useFormat()
  const number = (value: number | undefined) => (value ? format.number(value) : '')
  return (
    <SmallTable
      label={t('table')}
      heads={[t('what'), t('deleted'), t('redacted'), t('kept')]}
      rows={items.map(({ label, deleted, redacted, kept: stays, why }) => [
        <>
          {label}
          {why && (redacted || stays) ? <span className={classes.why}>{reasonOf(why as 'counts')}</span> : null}
        </>,
        ...[deleted, redacted, stays].map(number),
      ])}
    />
  )
}
