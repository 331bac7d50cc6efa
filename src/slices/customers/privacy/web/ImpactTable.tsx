import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
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
    <table className={classes.impact} aria-label={t('table')}>
      <thead>
        <tr>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('deleted')}</th>
          <th scope="col">{t('redacted')}</th>
          <th scope="col">{t('kept')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ name, label, deleted, redacted, kept: stays, why }) => (
          <tr key={name}>
            <th scope="row">
              {label}
              {why && (redacted || stays) ? <span className={classes.why}>{reasonOf(why as 'counts')}</span> : null}
            </th>
            <td>{number(deleted)}</td>
            <td>{number(redacted)}</td>
            <td>{number(stays)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
