import { Alert, Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { checkImport, type ImportDetail } from '../schema.ts'
import { ColumnRow } from './ColumnRow.tsx'
import type { Frame } from './FramePage.tsx'
import { importWords } from './import-words.ts'
import classes from './Mapping.module.css'
import { OptionsPanel } from './OptionsPanel.tsx'
import { PreviewSheet } from './PreviewSheet.tsx'
import { useMapping } from './use-mapping.ts'

const messages = defineMessages('imports.mapping-view', {
  recognised: 'Recognised: {label}. The columns are mapped for you.',
  proposed: 'The columns are mapped by their names and contents. Correct what is wrong.',
  columns: 'Columns of the file',
  column: 'Column',
  samples: 'Values',
  target: 'Imported as',
  preview: 'Preview rows',
  check: 'Check file',
  options: 'How to read and import it',
  mapped: '{mapped} of {total} columns are imported',
})

/** Where each column goes, and how the file is read. */
export function MappingView({ detail, frame }: { detail: ImportDetail; frame: Frame }) {
  const t = useMessages(messages)
  const words = useMessages(importWords)
  const format = useFormat()
  const [, changeUrl] = useUrlState()
  const mayWrite = useCan()('imports:write')
  const state = useMapping(detail)
  const [previewing, setPreviewing] = useState(false)
  const check = useCommand(checkImport)
  const { columns, preset, missing, totalRows } = detail
  const isVcard = detail.format === 'vcard'

  const startCheck = async () => {
    if (!(await state.settle())) return
    if (await check.attempt({ params: { id: detail.id } })) changeUrl({ step: undefined }, 'replace')
  }
  const mapped = state.mapping.filter(Boolean).length
  return (
    <Page
      title={frame.title}
      breadcrumbs={frame.breadcrumbs}
      aside={
        <>
          {frame.aside}
          {totalRows !== null && <span className={classes.rows}>{words('rows', { count: totalRows })}</span>}
        </>
      }
      layout="fill"
      actions={
        <>
          {frame.menu}
          <Button variant="default" leftSection={<IconEye size={15} />} onClick={() => setPreviewing(true)}>
            {t('preview')}
          </Button>
          {mayWrite && (
            <Button loading={check.running} disabled={missing.length > 0} onClick={() => void startCheck()}>
              {t('check')}
            </Button>
          )}
        </>
      }
    >
      <div className={classes.mapping}>
        <section className={classes.columns} aria-label={t('columns')}>
          <p className={classes.note} role="status">
            {preset ? t('recognised', { label: preset.label }) : !isVcard && t('proposed')}{' '}
            <span className={classes.count}>
              {t('mapped', { mapped: format.number(mapped), total: format.number(columns.length) })}
            </span>
          </p>
          {missing.length > 0 && (
            <Alert color="amber" className={classes.missing} role="status">
              {missing.map(text => (
                <p key={text}>{text}</p>
              ))}
            </Alert>
          )}
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('column')}</th>
                <th scope="col">{t('samples')}</th>
                <th scope="col">{t('target')}</th>
              </tr>
            </thead>
            <tbody>
              {columns.map((column, index) => (
                <ColumnRow
                  key={index}
                  index={index}
                  column={column}
                  mapping={state.mapping}
                  targets={detail.targets}
                  hasFields={detail.hasFields}
                  onChange={mayWrite ? mappedColumn => state.setColumn(index, mappedColumn) : undefined}
                />
              ))}
            </tbody>
          </table>
        </section>
        <section className={classes.options} aria-label={t('options')}>
          <OptionsPanel detail={detail} change={state.change} disabled={!mayWrite} />
        </section>
      </div>
      <PreviewSheet id={detail.id} opened={previewing} settle={state.settle} onClose={() => setPreviewing(false)} />
    </Page>
  )
}
