import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { addressOf } from '../../../../ui/api/call.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallTable } from '../../../../ui/values/SmallTable.tsx'
import { listImportErrors, type ImportDetail } from '../schema.ts'
import classes from './Import.module.css'

const messages = defineMessages('imports.findings', {
  refused: 'Refused rows',
  first: 'The first {count}. The file has all of them with a column for the reason; correct it and import it.',
  download: 'Download refused rows',
  row: 'Row',
  column: 'Column',
  reason: 'Reason',
  whole: 'Whole row',
  warnings: 'Left out or kept in another way',
  warningsLead: 'These rows are taken, without the value that could not be.',
  rows: 'Rows',
  firstRow: 'First',
})

/** What was refused, row by row, and what was left out, gathered. */
export function Findings({ detail }: { detail: ImportDetail }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { id, problems, warnings } = detail
  const number = (value: number) => <span className="tabular">{format.number(value)}</span>
  const whole = <span className={classes.dim}>{t('whole')}</span>
  const refusedFile = addressOf(listImportErrors, { params: { id }, query: { format: 'csv', refused: 'true' } })
  const fetch = { size: 'xs', variant: 'default', leftSection: <IconDownload size={14} />, download: true }
  const lists = [
    {
      title: t('refused'),
      description: problems.length >= 100 && t('first', { count: problems.length }),
      actions: (
        <Button component="a" href={refusedFile} {...fetch}>
          {t('download')}
        </Button>
      ),
      heads: [t('row'), t('column'), t('reason')],
      rows: problems.map(({ row, column, reason }) => [number(row), column ?? whole, reason]),
    },
    {
      title: t('warnings'),
      description: t('warningsLead'),
      heads: [t('rows'), t('column'), t('reason'), t('firstRow')],
      rows: warnings.map(({ column, reason, rows, firstRow }) => [number(rows), column, reason, number(firstRow)]),
    },
  ]
  return lists.map(
    ({ heads, rows, ...section }) =>
      rows.length > 0 && (
        <Section key={section.title} {...section}>
          <SmallTable label={section.title} heads={heads} rows={rows} numbersFrom={3} />
        </Section>
      ),
  )
}
