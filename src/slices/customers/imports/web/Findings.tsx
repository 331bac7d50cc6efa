import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { addressOf } from '../../../../ui/api/call.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
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
  return (
    <>
      {problems.length > 0 && (
        <Section
          title={t('refused')}
          description={problems.length >= 100 ? t('first', { count: problems.length }) : undefined}
          actions={
            <Button
              component="a"
              href={addressOf(listImportErrors, { params: { id }, query: { format: 'csv', refused: 'true' } })}
              download
              size="xs"
              variant="default"
              leftSection={<IconDownload size={14} />}
            >
              {t('download')}
            </Button>
          }
        >
          <div className={classes.scroller} tabIndex={0} role="group" aria-label={t('refused')}>
            <table className={classes.findings}>
              <thead>
                <tr>
                  <th scope="col">{t('row')}</th>
                  <th scope="col">{t('column')}</th>
                  <th scope="col">{t('reason')}</th>
                </tr>
              </thead>
              <tbody>
                {problems.map(({ row, column, reason }, index) => (
                  <tr key={index}>
                    <td className="tabular">{format.number(row)}</td>
                    <td className={classes.column}>{column ?? <span className={classes.dim}>{t('whole')}</span>}</td>
                    <td className={classes.reason}>{reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      )}
      {warnings.length > 0 && (
        <Section title={t('warnings')} description={t('warningsLead')}>
          <div className={classes.scroller} tabIndex={0} role="group" aria-label={t('warnings')}>
            <table className={classes.findings}>
              <thead>
                <tr>
                  <th scope="col">{t('rows')}</th>
                  <th scope="col">{t('column')}</th>
                  <th scope="col">{t('reason')}</th>
                  <th scope="col">{t('firstRow')}</th>
                </tr>
              </thead>
              <tbody>
                {warnings.map(({ column, reason, rows, firstRow }, index) => (
                  <tr key={index}>
                    <td className="tabular">{format.number(rows)}</td>
                    <td className={classes.column}>{column}</td>
                    <td className={classes.reason}>{reason}</td>
                    <td className="tabular">{format.number(firstRow)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      )}
    </>
  )
}
