import { Button } from '@mantine/core'
import { IconArrowMerge, IconArrowsSplit2 } from '@tabler/icons-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import type { Field } from '../../../../ui/fields/field.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { expandDays, readFilters, withoutFilters, writeFilters } from '../../../../ui/screen/list-filters.ts'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { FilterBar } from '../../../../ui/toolbar/FilterBar.tsx'
import { ListToolbar } from '../../../../ui/toolbar/ListToolbar.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { IdentityTabs } from '../../identity/web/IdentityTabs.tsx'
import { hows, listMerges, undoMerges, type Merge } from '../schema.ts'
import { ContactLink } from './ContactLink.tsx'
import { mergeWords } from './merge-words.ts'

const UndoDialog = lazy(() => import('./UndoDialog.tsx'))
const UndoManyDialog = lazy(() => import('./UndoManyDialog.tsx'))

const messages = defineMessages('merges.merges-screen', {
  merged: 'Merged contact',
  survivor: 'Into',
  how: 'How',
  by: 'Who',
  at: 'When',
  state: 'State',
  active: 'In force',
  undoMany: 'Undo many…',
  undoSelected: 'Unmerge',
  undoneCount: '{count, plural, one {# merge undone.} other {# merges undone.}}',
  count: '{count, plural, one {# merge} other {# merges}}',
  empty: 'Merges appear here',
  emptyText: 'When two contacts turn out to be one person, the merge is kept here with its reason, and can be undone.',
  contacts: 'Contacts',
  customer: 'Customer',
})

/** All merges, newest first, with ways to take one, some or all of a kind back. */
export default function MergesScreen() {
  const t = useMessages(messages)
  const words = useMessages(mergeWords)
  const format = useFormat()
  const members = useMembers()
  const attempt = useAttempt()
  const can = useCan()
  const mayWrite = can('merges:write')
  const [state, change] = useUrlState()
  const [opened, setOpened] = useState<Merge | null>(null)
  const [isMany, setMany] = useState(false)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const undo = useCommand(undoMerges)
  const filters = useMemo(() => readFilters(state), [state])
  const fields = useMemo<Field[]>(
    () => [
      {
        key: 'how',
        label: t('how'),
        type: 'choice',
        operators: ['in'],
        options: hows.map(value => ({ value, label: words(value) })),
      },
      { key: 'isUndone', label: words('undone'), type: 'yesno' },
      members.field('memberId', t('by')),
      { key: 'createdAt', label: t('at'), type: 'date', isInstant: true, operators: ['gte', 'lte', 'eq'] },
    ],
    [t, words, members],
  )
  const query = writeFilters(expandDays(filters, fields, format.timeZone))
  const list = useInfiniteEndpoint(listMerges, { query: { ...query, limit: 100 } }, { total: true })
  const columns: TableColumn<Merge>[] = [
    { key: 'merged', label: t('merged'), width: 220, phone: 'title', render: merge => merge.mergedName },
    {
      key: 'survivor',
      label: t('survivor'),
      width: 220,
      phone: 'meta',
      render: merge => <ContactLink id={merge.survivorId}>{merge.survivorName}</ContactLink>,
    },
    { key: 'how', label: t('how'), width: 180, phone: 'meta', render: merge => words(merge.how) },
    {
      key: 'by',
      label: t('by'),
      width: 168,
      phone: 'hidden',
      render: merge => merge.by?.name ?? (merge.how === 'claim' ? t('customer') : 'Rapport'),
    },
    {
      key: 'at',
      label: t('at'),
      width: 132,
      phone: 'trailing',
      render: merge => <RelativeTime at={merge.createdAt} />,
    },
    {
      key: 'state',
      label: t('state'),
      width: 120,
      phone: 'hidden',
      render: merge =>
        merge.undoneAt === null ? t('active') : <StatusChip tone="neutral">{words('undone')}</StatusChip>,
    },
  ]
  const undoSelected = () => {
    const ids = list.items.filter(merge => selected.has(merge.id) && merge.undoneAt === null).map(merge => merge.id)
    setSelected(new Set())
    if (ids.length === 0) return
    void attempt(undo.run({ body: { ids } }).then(({ count }) => toast(t('undoneCount', { count }))))
  }
  return (
    <Page
      title={words('merges')}
      breadcrumbs={[{ label: t('contacts'), href: '/contacts' }]}
      layout="fill"
      actions={
        mayWrite && (
          <Button variant="default" onClick={() => setMany(true)}>
            {t('undoMany')}
          </Button>
        )
      }
      toolbar={
        <ListToolbar>
          {can('identity:read') && <IdentityTabs />}
          <FilterBar
            fields={fields}
            filters={filters}
            onChange={next => change({ ...withoutFilters(state), ...writeFilters(next) }, 'replace')}
          />
        </ListToolbar>
      }
    >
      <DataTable
        label={words('merges')}
        columns={columns}
        rows={list.items}
        rowId={merge => merge.id}
        onOpen={mayWrite ? merge => merge.undoneAt === null && setOpened(merge) : undefined}
        loading={list.loading || list.loadingMore}
        hasMore={list.hasMore}
        onLoadMore={list.loadMore}
        selected={selected}
        onSelectedChange={mayWrite ? setSelected : undefined}
        bulkActions={
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconArrowsSplit2 size={15} />}
            onClick={undoSelected}
          >
            {t('undoSelected')}
          </Button>
        }
        countText={list.total && t('count', { count: format.count(list.total) })}
        error={list.error && <ProblemState problem={list.error} onRetry={list.retry} />}
        empty={<EmptyState icon={IconArrowMerge} title={t('empty')} description={t('emptyText')} />}
      />
      <Suspense>
        {opened && <UndoDialog merge={opened} onClose={() => setOpened(null)} />}
        {isMany && <UndoManyDialog onClose={() => setMany(false)} />}
      </Suspense>
    </Page>
  )
}
