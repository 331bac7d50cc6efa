import { Button } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { defineMessages, useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { one, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { ListToolbar } from '../../../../ui/toolbar/ListToolbar.tsx'
import { SearchBox } from '../../../../ui/toolbar/SearchBox.tsx'
import { PersonLine } from '../../../../ui/values/PersonLine.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { MemberLine } from '../../../workspace/members/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { deleteCompanies, listDeletedCompanies, restoreCompanies, type CompanyRow } from '../schema.ts'
import { companyWords } from './company-words.ts'

const messages = defineMessages({
  en: {
    title: 'Bin',
    search: 'Search the bin',
    restore: 'Restore',
    restored: '{count, plural, one {# company restored.} other {# companies restored.}}',
    count: '{count, plural, one {# company in the bin} other {# companies in the bin}}',
    empty: 'The bin is empty',
    emptyText: 'Companies you delete wait here and can be restored with everything they had.',
  },
  cs: {
    title: 'Koš',
    search: 'Hledat v koši',
    restore: 'Obnovit',
    restored:
      '{count, plural, one {# firma obnovena.} few {# firmy obnoveny.} many {# firmy obnoveno.} other {# firem obnoveno.}}',
    count: '{count, plural, one {# firma v koši} few {# firmy v koši} many {# firmy v koši} other {# firem v koši}}',
    empty: 'Koš je prázdný',
    emptyText: 'Smazané firmy tu čekají a jdou obnovit se vším, co měly.',
  },
})

export default function BinScreen() {
  const t = useMessages(messages)
  const words = useMessages(companyWords)
  const format = useFormat()
  const attempt = useAttempt()
  const mayWrite = useCan()('companies:write')
  const [state, change] = useUrlState()
  const q = one(state, 'q') ?? ''
  const list = useInfiniteEndpoint(listDeletedCompanies, { query: { q, limit: 100 } }, { total: true })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const restore = useCommand(restoreCompanies, { optimistic: (cache, { body }) => cache.remove('companies', body.ids) })
  const remove = useCommand(deleteCompanies)
  const restoreSelected = () => {
    const ids = [...selected]
    setSelected(new Set())
    void attempt(restore.run({ body: { ids } })).then(done => {
      if (done) toastUndo(t('restored', { count: ids.length }), () => remove.run({ body: { ids } }))
    })
  }
  const columns: TableColumn<CompanyRow>[] = [
    {
      key: 'name',
      label: words('name'),
      width: 240,
      phone: 'title',
      render: row => <PersonLine name={row.name} square />,
    },
    { key: 'domain', label: words('domain'), width: 240, phone: 'meta', render: row => row.domain },
    { key: 'industry', label: words('industry'), width: 180, phone: 'hidden', render: row => row.industry },
    {
      key: 'ownerId',
      label: words('ownerId'),
      width: 160,
      phone: 'hidden',
      render: row => <MemberLine id={row.ownerId} />,
    },
    {
      key: 'deletedAt',
      label: words('deletedAt'),
      width: 140,
      phone: 'trailing',
      render: row => row.deletedAt && <RelativeTime at={row.deletedAt} />,
    },
  ]
  return (
    <Page
      title={t('title')}
      breadcrumbs={[{ label: words('companies'), href: '/companies' }]}
      layout="fill"
      toolbar={
        <ListToolbar
          end={<SearchBox value={q} onChange={next => change({ q: next }, 'replace')} label={t('search')} />}
        >
          {null}
        </ListToolbar>
      }
    >
      <DataTable
        label={t('title')}
        columns={columns}
        rows={list.items}
        rowId={row => row.id}
        href={row => `/companies/${row.id}`}
        loading={list.loading || list.loadingMore}
        hasMore={list.hasMore}
        onLoadMore={list.loadMore}
        selected={selected}
        onSelectedChange={mayWrite ? setSelected : undefined}
        bulkActions={
          <Button size="xs" variant="subtle" leftSection={<IconArrowBackUp size={15} />} onClick={restoreSelected}>
            {t('restore')}
          </Button>
        }
        countText={list.total && t('count', { count: format.count(list.total) })}
        error={list.error && <ProblemState problem={list.error} onRetry={list.retry} />}
        empty={<EmptyState icon={IconTrash} title={t('empty')} description={t('emptyText')} />}
      />
    </Page>
  )
}
