import { useQuery } from '@tanstack/react-query'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call } from '../../../../ui/api/call.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SideSheet } from '../../../../ui/layout/SideSheet.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { previewImport } from '../schema.ts'
import classes from './Mapping.module.css'

const messages = defineMessages('imports.preview-sheet', {
  title: 'The first rows as they will be understood',
  row: 'Row {row}',
  refused: 'Refused: {reason}',
  warned: 'Left out: {reason}',
  nothing: 'Nothing of this row is imported.',
})

const isInstant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

export interface PreviewSheetProps {
  id: string
  opened: boolean
  /** Waits until the mapping is saved. */
  settle: () => Promise<boolean>
  onClose: () => void
}

/** Twenty rows of the file, read with the mapping and the options as they are now. */
export function PreviewSheet({ id, opened, settle, onClose }: PreviewSheetProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const preview = useQuery({
    queryKey: ['imports', 'preview', { id }],
    queryFn: async ({ signal }) => {
      await settle()
      return call(previewImport, { params: { id } }, signal)
    },
    enabled: opened,
    gcTime: 0,
    staleTime: 0,
  })
  const named = ({ column, reason }: { column: string | null; reason: string }) =>
    column === null ? reason : `${column}: ${reason}`
  return (
    <SideSheet opened={opened} onClose={onClose} title={t('title')}>
      <Loaded from={{ ...preview, data: preview.isFetching ? undefined : preview.data }} rows={10}>
        {({ items }) =>
          items.map(({ row, values, problems, warnings }) => (
            <Section key={row} title={t('row', { row: format.number(row) })}>
              {problems.map((problem, index) => (
                <p key={index} className={classes.refused}>
                  {t('refused', { reason: named(problem) })}
                </p>
              ))}
              {warnings.map((warning, index) => (
                <p key={index} className={classes.warned}>
                  {t('warned', { reason: named(warning) })}
                </p>
              ))}
              {values.length === 0 && problems.length === 0 && <p className={classes.dim}>{t('nothing')}</p>}
              <dl className={classes.values}>
                {values.map(({ label, value }, index) => (
                  <div key={index}>
                    <dt>{label}</dt>
                    <dd>{isInstant.test(value) ? format.dateTime(value) : value}</dd>
                  </div>
                ))}
              </dl>
            </Section>
          ))
        }
      </Loaded>
    </SideSheet>
  )
}
