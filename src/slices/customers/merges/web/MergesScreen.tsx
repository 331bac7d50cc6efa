import { Button } from '@mantine/core'
import { IconArrowMerge, IconArrowsSplit2 } from '@tabler/icons-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import type { Field } from '../../../../ui/fields/field.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { useFilterBar } from '../../../../ui/screen/use-filter-bar.tsx'
import { ListTable } from '../../../../ui/table/ListTable.tsx'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { ListToolbar } from '../../../../ui/toolbar/ListToolbar.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { IdentityTabs } from '../../identity/web/IdentityTabs.tsx'
import { hows, listMerges, undoMerges, type Merge } from '../schema.ts'
import { TextLink } from '../../../../ui/layout/TextLink.tsx'
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
  const members = useMembers()
  const can = useCan()
  const mayWrite = can('merges:write')
  const [opened, setOpened] = useState<Merge | null>(null)
  const [isMany, setMany] = useState(false)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const undo = useCommand(undoMerges)
  const fields = useMemo<Field[]>(
    () => [
      { key: 'how', label: t('how'), type: 'choice', operators: ['in'], options: optionsOf(hows, words) },
      { key: 'isUndone', label: words('undone'), type: 'yesno' },
      members.field('memberId', t('by')),
      { key: 'createdAt', label: t('at'), type: 'date', isInstant: true, operators: ['gte', 'lte', 'eq'] },
    ],
    [t, words, members],
  )
  const { query, bar } = useFilterBar(fields)
  const list = useInfiniteEndpoint(listMerges, { query: { ...query, limit: 100 } }, { total: true })
  const into = (merge: Merge) => <TextLink href={`/contacts/${merge.survivorId}`} label={merge.survivorName} isName />
  const by = (merge: Merge) => merge.by?.name ?? (merge.how === 'claim' ? t('customer') : 'Rapport')
  const at = (merge: Merge) => <RelativeTime at={merge.createdAt} />
  const stateOf = ({ undoneAt }: Merge) =>
    undoneAt === null ? t('active') : <StatusChip tone="neutral">{words('undone')}</StatusChip>
  const columns: TableColumn<Merge>[] = [
    { key: 'merged', label: t('merged'), width: 220, phone: 'title', render: merge => merge.mergedName },
    { key: 'survivor', label: t('survivor'), width: 220, phone: 'meta', render: into },
    { key: 'how', label: t('how'), width: 180, phone: 'meta', render: merge => words(merge.how) },
    { key: 'by', label: t('by'), width: 168, phone: 'hidden', render: by },
    { key: 'at', label: t('at'), width: 132, phone: 'trailing', render: at },
    { key: 'state', label: t('state'), width: 120, phone: 'hidden', render: stateOf },
  ]
  const undoSelected = () => {
    const ids = list.items.filter(merge => selected.has(merge.id) && merge.undoneAt === null).map(merge => merge.id)
    setSelected(new Set())
    if (ids.length === 0) return
    void undo.attempt({ body: { ids } }, ({ count }) => toast(t('undoneCount', { count })))
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
          {bar}
        </ListToolbar>
      }
    >
      <ListTable
        label={words('merges')}
        columns={columns}
        list={list}
        onOpen={mayWrite ? merge => merge.undoneAt === null && setOpened(merge) : undefined}
        selected={selected}
        onSelectedChange={mayWrite ? setSelected : undefined}
        bulkActions={
          <SmallButton label={t('undoSelected')} icon={IconArrowsSplit2} tone="quiet" onClick={undoSelected} />
        }
        count={count => t('count', { count })}
        empty={{ icon: IconArrowMerge, title: t('empty'), description: t('emptyText') }}
      />
      <Suspense>
        {opened && <UndoDialog merge={opened} onClose={() => setOpened(null)} />}
        {isMany && <UndoManyDialog onClose={() => setMany(false)} />}
      </Suspense>
    </Page>
  )
}
