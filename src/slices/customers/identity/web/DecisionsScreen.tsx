import { IconArrowsJoin2 } from '@tabler/icons-react'
import { useMemo } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import type { Field } from '../../../../ui/fields/field.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useFilterBar } from '../../../../ui/screen/use-filter-bar.tsx'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { ListTable } from '../../../../ui/table/ListTable.tsx'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { SearchBox } from '../../../../ui/toolbar/SearchBox.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { listDecisions, takeBackDecision, type Decision } from '../schema.ts'
import { DecisionSheet } from './DecisionSheet.tsx'
import { identityWords } from './identity-words.ts'
import { IdentityPage } from './IdentityPage.tsx'
import { shareText } from './share.ts'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'

const messages = defineMessages('identity.decisions-screen', {
  probability: 'Probability',
  action: 'Undo',
  takenBack: 'Taken back; the pair waits again.',
  search: 'Search decisions',
  count: '{count, plural, one {# decision} other {# decisions}}',
  empty: 'Decisions appear here',
  emptyText: 'Each with who made it and when. Rapport learns from them, and every one can be taken back.',
})

export default function DecisionsScreen() {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const format = useFormat()
  const members = useMembers()
  const mayDecide = useCan()('identity:decide')
  const [state, change] = useUrlState()
  const takingBack = useCommand(takeBackDecision, {
    optimistic: (cache, { params }) => cache.remove('identity', [params.id]),
  })
  const fields = useMemo<Field[]>(
    () => [
      {
        key: 'verdict',
        label: words('verdict'),
        type: 'choice',
        operators: ['in'],
        options: [
          { value: 'same', label: words('same') },
          { value: 'different', label: words('apart') },
        ],
      },
      { ...members.field('memberId', words('by')), operators: ['in'] },
    ],
    [words, members],
  )
  const { query, bar } = useFilterBar(fields)
  const q = urlValue(state, 'q') ?? ''
  const openId = urlValue(state, 'open')
  const list = useInfiniteEndpoint(listDecisions, { query: { ...query, q, limit: 100 } }, { total: true })
  const takeBack = (id: string) => void takingBack.attempt({ params: { id } }, () => toast(t('takenBack')))

  const verdictOf = ({ verdict }: Decision) => (
    <StatusChip tone={verdict === 'same' ? 'accent' : 'neutral'}>
      {words(verdict === 'same' ? 'same' : 'apart')}
    </StatusChip>
  )
  const probabilityOf = ({ probability }: Decision) =>
    probability === null ? null : <span className="tabular">{shareText(format, probability)}</span>
  const actionOf = ({ id }: Decision) => <SmallButton label={words('takeBack')} compact onClick={() => takeBack(id)} />
  const namesOf = ({ a, b }: Decision) => words('and', { a: a.name, b: b.name })
  const whenOf = (row: Decision) => <RelativeTime at={row.createdAt} />
  const columns: TableColumn<Decision>[] = [
    { key: 'contacts', label: words('contacts'), width: 320, phone: 'title', render: namesOf },
    { key: 'verdict', label: words('verdict'), width: 128, phone: 'meta', render: verdictOf },
    { key: 'probability', label: t('probability'), width: 128, align: 'end', phone: 'meta', render: probabilityOf },
    { key: 'member', label: words('by'), width: 160, phone: 'hidden', render: row => row.memberName },
    { key: 'createdAt', label: words('when'), width: 120, phone: 'hidden', render: whenOf },
  ]
  if (mayDecide) columns.push({ key: 'action', label: t('action'), width: 120, phone: 'hidden', render: actionOf })
  return (
    <IdentityPage
      title="decisions"
      filters={bar}
      search={<SearchBox value={q} onChange={value => change({ q: value }, 'replace')} label={t('search')} />}
    >
      <ListTable
        label={words('decisions')}
        columns={columns}
        list={list}
        onOpen={row => change({ open: row.id }, 'replace')}
        openId={openId}
        count={count => t('count', { count })}
        empty={{ icon: IconArrowsJoin2, title: t('empty'), description: t('emptyText') }}
      />
      <DecisionSheet
        decision={list.items.find(row => row.id === openId)}
        onClose={() => change({ open: undefined }, 'replace')}
        onTakeBack={mayDecide ? takeBack : undefined}
      />
    </IdentityPage>
  )
}
