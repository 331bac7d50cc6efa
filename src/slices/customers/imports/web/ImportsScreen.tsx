import { IconFileImport } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useNavigateTo } from '../../../../ui/layout/Link.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { ListTable } from '../../../../ui/table/ListTable.tsx'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { NumberText } from '../../../../ui/values/NumberText.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { MemberLine } from '../../../workspace/members/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { listImports, type ImportRow } from '../schema.ts'
import { DropArea } from './DropArea.tsx'
import { ImportStatus, isBusy } from './ImportStatus.tsx'
import { importWords } from './import-words.ts'
import classes from './Imports.module.css'
import { useImportedKinds } from './use-imported-kinds.ts'
import { useUploadImport } from './use-upload-import.ts'

const messages = defineMessages('imports.imports-screen', {
  file: 'File',
  object: 'Holds',
  source: 'Source',
  status: 'Status',
  rows: 'Rows',
  created: 'New',
  updated: 'Updated',
  refused: 'Refused',
  by: 'By',
  when: 'When',
  share: '{done} of {total}',
  count: '{count, plural, one {# import} other {# imports}}',
  empty: 'Imports appear here',
  emptyText: 'Each with what it did, its refused rows, and a way to undo all of it.',
})

export default function ImportsScreen() {
  const t = useMessages(messages)
  const words = useMessages(importWords)
  const kinds = useImportedKinds()
  const format = useFormat()
  const navigate = useNavigateTo()
  const mayWrite = useCan()('imports:write')
  const options = { total: true, isUnderWay: ({ status }: ImportRow) => isBusy(status) }
  const list = useInfiniteEndpoint(listImports, { query: { limit: 100 } }, options)
  const state = useUploadImport(made => navigate(`/imports/${made.id}`))

  const number = (value: number | undefined) => value !== undefined && value > 0 && <NumberText value={value} />
  const ofRun = (key: 'created' | 'updated' | 'refused', width: number): TableColumn<ImportRow> => {
    const render = (row: ImportRow) => number(row.result?.rows[key])
    return { key, label: t(key), width, align: 'end', phone: 'hidden', render }
  }
  const holds = ({ object }: ImportRow) => kinds.find(({ table }) => table === object)?.many ?? object
  const rows = ({ status, doneRows, totalRows }: ImportRow) =>
    isBusy(status) && totalRows !== null ? (
      <span className="tabular">{t('share', { done: format.number(doneRows), total: format.number(totalRows) })}</span>
    ) : (
      number(totalRows ?? undefined)
    )
  const status = (row: ImportRow) => <ImportStatus status={row.status} />
  const by = (row: ImportRow) => <MemberLine id={row.createdBy} />
  const when = (row: ImportRow) => <RelativeTime at={row.createdAt} />
  const columns: TableColumn<ImportRow>[] = [
    { key: 'fileName', label: t('file'), width: 196, phone: 'title', render: row => row.fileName },
    { key: 'object', label: t('object'), width: 88, phone: 'meta', render: holds },
    { key: 'source', label: t('source'), width: 100, phone: 'hidden', render: row => row.preset?.label ?? row.source },
    { key: 'status', label: t('status'), width: 104, phone: 'trailing', render: status },
    { key: 'rows', label: t('rows'), width: 104, align: 'end', phone: 'meta', render: rows },
    ofRun('created', 68),
    ofRun('updated', 84),
    ofRun('refused', 84),
    { key: 'createdBy', label: t('by'), width: 112, phone: 'hidden', render: by },
    { key: 'createdAt', label: t('when'), width: 88, phone: 'hidden', render: when },
  ]
  const isEmpty = !list.loading && !list.error && list.items.length === 0
  return (
    <Page title={words('imports')} layout="fill">
      {mayWrite && (
        <div className={classes.dropBand} data-alone={isEmpty || undefined}>
          <DropArea state={state} compact={!isEmpty} />
        </div>
      )}
      <ListTable
        label={words('imports')}
        columns={columns}
        list={list}
        href={row => `/imports/${row.id}`}
        count={count => t('count', { count })}
        empty={{ icon: IconFileImport, title: t('empty'), description: t('emptyText') }}
      />
    </Page>
  )
}
