import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallTable } from '../../../../ui/values/SmallTable.tsx'
import { Stat, StatRow } from '../../../../ui/values/Stat.tsx'
import type { ImportCounts, ImportDetail } from '../schema.ts'
import { useImportedKinds } from './use-imported-kinds.ts'

const messages = defineMessages('imports.counts-view', {
  rows: 'Rows of the file',
  of: '{count, plural, one {# row in the file} other {# rows in the file}}',
  created: 'New',
  updated: 'Updated',
  unchanged: 'Unchanged',
  repeated: 'Repeated',
  repeatedHint: 'belong to a row before',
  refused: 'Refused',
  warned: 'With something left out',
  records: 'Records',
  kind: 'Kind',
  wouldCreate: 'Would be created',
  wouldUpdate: 'Would be updated',
  didCreate: 'Created',
  didUpdate: 'Updated',
})

/** What an import did or would do: rows by what became of them, records by what they are. */
export function CountsView({
  detail,
  counts,
  isDone,
}: {
  detail: ImportDetail
  counts: ImportCounts
  isDone: boolean
}) {
  const t = useMessages(messages)
  const kinds = useImportedKinds()
  const format = useFormat()
  const { rows, records } = counts
  const stat = (key: 'created' | 'updated' | 'unchanged' | 'repeated' | 'refused', always: boolean, hint?: string) =>
    (always || rows[key] > 0) && <Stat key={key} label={t(key)} value={format.number(rows[key])} detail={hint} />
  const made = kinds.flatMap(({ table, many }) => {
    const { created, updated } = records[table] ?? { created: 0, updated: 0 }
    return created + updated > 0 ? [[many, format.number(created), format.number(updated)]] : []
  })
  return (
    <>
      <Section title={t('rows')} description={detail.totalRows !== null && t('of', { count: detail.totalRows })}>
        <StatRow>
          {stat('created', true)}
          {stat('updated', true)}
          {stat('unchanged', true)}
          {stat('repeated', false, t('repeatedHint'))}
          {stat('refused', true)}
          {counts.warned > 0 && <Stat label={t('warned')} value={format.number(counts.warned)} />}
        </StatRow>
      </Section>
      {made.length > 0 && (
        <Section title={t('records')}>
          <SmallTable
            label={t('records')}
            heads={[t('kind'), t(isDone ? 'didCreate' : 'wouldCreate'), t(isDone ? 'didUpdate' : 'wouldUpdate')]}
            rows={made}
          />
        </Section>
      )}
    </>
  )
}
