import { IconHistory } from '@tabler/icons-react'
import { useMemo } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { addressOf } from '../../../../ui/api/call.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import type { Field } from '../../../../ui/fields/field.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { SideSheet } from '../../../../ui/layout/SideSheet.tsx'
import { NamedRecords } from '../../../../ui/record/NamedRecords.tsx'
import { useActionWords } from '../../../../ui/screen/admin-words.ts'
import { useFilterBar } from '../../../../ui/screen/use-filter-bar.tsx'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { ListTable } from '../../../../ui/table/ListTable.tsx'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { ExportMenu } from '../../../../ui/toolbar/ExportMenu.tsx'
import { ListToolbar } from '../../../../ui/toolbar/ListToolbar.tsx'
import { FactList } from '../../../../ui/values/FactList.tsx'
import { useMembers } from '../../members/web/public.tsx'
import { SettingsPage } from '../../settings/web/public.tsx'
import { useCan } from '../../sign-in/web/public.tsx'
import { actorKinds, exportAudit, listAudit, type AuditEntry } from '../schema.ts'

const messages = defineMessages('audit.audit-screen', {
  title: 'Audit log',
  action: 'What',
  actorId: 'Who',
  actorKind: 'Kind of actor',
  at: 'When',
  address: 'From',
  detail: 'Details',
  subject: 'Record',
  requestId: 'Request',
  member: 'Member',
  'api-key': 'API key',
  system: 'Rapport',
  empty: 'Nothing was found',
  emptyText: 'Sign-ins, changes of rights, exports and reads of personal data are kept here. Nobody can change them.',
  count: '{count, plural, one {# entry} other {# entries}}',
})

export default function AuditScreen() {
  const t = useMessages(messages)
  const { actions, wordsOf, detailsOf } = useActionWords()
  const format = useFormat()
  const members = useMembers()
  const mayExport = useCan()('audit:export')
  const [state, change] = useUrlState()
  const fields = useMemo<Field[]>(
    () => [
      { key: 'action', label: t('action'), type: 'choice', operators: ['in'], options: optionsOf(actions, wordsOf) },
      members.field('actorId', t('actorId')),
      { key: 'actorKind', label: t('actorKind'), type: 'choice', operators: ['in'], options: optionsOf(actorKinds, t) },
      { key: 'at', label: t('at'), type: 'date', isInstant: true, operators: ['gte', 'lte', 'eq'] },
    ],
    [t, actions, wordsOf, members],
  )
  const { query, bar } = useFilterBar(fields)
  const list = useInfiniteEndpoint(listAudit, { query: { ...query, limit: 100 } }, { total: true })
  const open = list.items.find(entry => entry.id === urlValue(state, 'open'))
  const whatOf = ({ action }: AuditEntry) => wordsOf(action)
  const detailOf = ({ detail }: AuditEntry) =>
    detailsOf(detail)
      .map(({ label, value }) => `${label}: ${value}`)
      .join(', ')
  const whoOf = ({ actorName, actorKind }: AuditEntry) => actorName ?? t(actorKind)
  const columns: TableColumn<AuditEntry>[] = [
    { key: 'action', label: t('action'), width: 208, phone: 'title', render: whatOf },
    { key: 'actorId', label: t('actorId'), width: 136, phone: 'meta', render: whoOf },
    {
      key: 'at',
      label: t('at'),
      width: 144,
      phone: 'trailing',
      render: entry => <span className="tabular">{format.dateTime(entry.at)}</span>,
    },
    {
      key: 'subject',
      label: t('subject'),
      width: 112,
      phone: 'hidden',
      render: ({ subject }) => <NamedRecords records={[subject]} />,
    },
    { key: 'detail', label: t('detail'), width: 256, phone: 'hidden', render: detailOf },
    { key: 'address', label: t('address'), width: 132, phone: 'hidden', render: entry => entry.address },
  ]
  return (
    <SettingsPage
      title={t('title')}
      layout="fill"
      toolbar={
        <ListToolbar
          end={
            mayExport && (
              <ExportMenu
                formats={['csv', 'jsonl']}
                hrefOf={format => addressOf(exportAudit, { query: { ...query, format } })}
              />
            )
          }
        >
          {bar}
        </ListToolbar>
      }
    >
      <ListTable
        list={list}
        label={t('title')}
        columns={columns}
        onOpen={entry => change({ open: entry.id })}
        openId={open?.id}
        count={count => t('count', { count })}
        empty={{ icon: IconHistory, title: t('empty'), description: t('emptyText') }}
      />
      <SideSheet
        opened={open !== undefined}
        onClose={() => change({ open: undefined }, 'replace')}
        title={open ? whatOf(open) : ''}
      >
        {open && (
          <FactList
            facts={[
              { label: t('actorId'), value: whoOf(open) },
              { label: t('actorKind'), value: t(open.actorKind) },
              { label: t('at'), value: format.fullDateTime(open.at) },
              ...(open.address ? [{ label: t('address'), value: open.address }] : []),
              ...(open.subjectId ? [{ label: t('subject'), value: `${open.subjectType} ${open.subjectId}` }] : []),
              ...detailsOf(open.detail),
              ...(open.requestId ? [{ label: t('requestId'), value: open.requestId }] : []),
            ]}
          />
        )}
      </SideSheet>
    </SettingsPage>
  )
}
