import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useCommand } from '../api/use-command.ts'
import { useInfiniteEndpoint, type EndlessList } from '../api/use-infinite-endpoint.ts'
import { toastUndo } from '../feedback/toast.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { Page } from '../layout/Page.tsx'
import { SmallButton } from '../layout/SmallButton.tsx'
import { urlValue, useUrlState } from '../screen/use-url-state.ts'
import { ListTable } from '../table/ListTable.tsx'
import type { TableColumn } from '../table/table-types.ts'
import { ListToolbar } from '../toolbar/ListToolbar.tsx'
import { SearchBox } from '../toolbar/SearchBox.tsx'
import { RelativeTime } from '../values/RelativeTime.tsx'
import { useNoun } from './noun.ts'
import { columnsOf } from './record-columns.tsx'
import { useIsTheirs, useMayWrite, type IdsEndpoint, type WebRecord } from './web-record.ts'

const messages = defineMessages('ui.record-bin', {
  title: 'Bin',
  search: 'Search the bin',
  restore: 'Restore',
  deletedAt: 'Deleted',
  empty: 'The bin is empty',
})

/** What was deleted of one kind, with search and restoring; by what one knows it on a phone, and whose it was. */
export function RecordBin<Row extends { id: string; deletedAt: string | null }>({
  record,
}: {
  record: WebRecord<Row, any>
}) {
  const t = useMessages(messages)
  const noun = useNoun(record.noun)
  const mayWrite = useMayWrite(record)
  const isTheirs = useIsTheirs<Row>(record)
  const fields = record.useFields()
  const [state, change] = useUrlState()
  const q = urlValue(state, 'q') ?? ''
  const { listDeleted: bin, restoreMany, deleteMany } = record.endpoints
  const list = useInfiniteEndpoint(bin!, { query: { q, limit: 100 } }, { total: true }) as EndlessList<Row>
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const restore = useCommand(restoreMany as IdsEndpoint, {
    optimistic: (cache, { body }) => cache.remove(bin!.tag, body.ids),
  })
  const remove = useCommand(deleteMany as IdsEndpoint)
  const restoreSelected = () => {
    const ids = [...selected]
    setSelected(new Set())
    void restore.attempt({ body: { ids } }, () =>
      toastUndo(noun.sayOf('restored', ids.length), () => remove.run({ body: { ids } })),
    )
  }
  const known = fields.filter(({ phone, key }) => phone !== undefined || key === 'ownerId')
  const identifying = columnsOf(known).map(({ sortable: _, phone, ...column }) => ({
    ...column,
    width: Math.round(1.3 * column.width!),
    phone: phone === 'trailing' ? ('hidden' as const) : phone,
  }))
  const deletedAt: TableColumn<Row> = {
    key: 'deletedAt',
    label: t('deletedAt'),
    width: 140,
    phone: 'trailing',
    render: row => row.deletedAt && <RelativeTime at={row.deletedAt} />,
  }
  return (
    <Page
      title={t('title')}
      breadcrumbs={[{ label: noun.many, href: record.href }]}
      layout="fill"
      toolbar={
        <ListToolbar
          end={<SearchBox value={q} onChange={next => change({ q: next }, 'replace')} label={t('search')} />}
        />
      }
    >
      <ListTable
        label={t('title')}
        columns={[...identifying, deletedAt]}
        list={list}
        isEditable={isTheirs}
        href={row => `${record.href}/${row.id}`}
        selected={selected}
        onSelectedChange={mayWrite ? setSelected : undefined}
        bulkActions={
          <SmallButton label={t('restore')} icon={IconArrowBackUp} tone="accent" onClick={restoreSelected} />
        }
        count={count => noun.sayOf('inBin', count)}
        empty={{ icon: IconTrash, title: t('empty'), description: noun.say('binWaits') }}
      />
    </Page>
  )
}
