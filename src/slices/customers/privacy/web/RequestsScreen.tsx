import { SegmentedControl } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useNavigateTo } from '../../../../ui/layout/Link.tsx'
import { useCreateButton } from '../../../../ui/screen/use-create-button.tsx'
import { ListTable } from '../../../../ui/table/ListTable.tsx'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { CopyAction } from '../../../../ui/values/CopyAction.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { MemberLine } from '../../../workspace/members/web/public.tsx'
import { SettingsPage } from '../../../workspace/settings/web/public.tsx'
import { useCan, useSession } from '../../../workspace/sign-in/web/public.tsx'
import { listRequests, type PrivacyRequestRow } from '../schema.ts'
import { NoteRequestDialog } from './NoteRequestDialog.tsx'
import { privacyWords } from './privacy-words.ts'
import classes from './Privacy.module.css'
import { RequestStatus } from './RequestStatus.tsx'

const messages = defineMessages('privacy.requests-screen', {
  who: 'Who',
  what: 'What',
  status: 'Status',
  open: 'Open',
  all: 'All',
  show: 'Which requests',
  count: '{count, plural, one {# request} other {# requests}}',
  empty: 'No open requests',
  emptyText: 'Whoever asks for their data or its erasure is listed here with the day by which the law wants an answer.',
  page: 'Page for customers',
  copy: 'Copy its address',
})

export default function RequestsScreen() {
  const t = useMessages(messages)
  const words = useMessages(privacyWords)
  const format = useFormat()
  const navigate = useNavigateTo()
  const mayWrite = useCan()('privacy:write')
  const [which, setWhich] = useState('open')
  const [noting, setNoting] = useState(false)
  const query =
    which === 'open' ? { limit: 100, sort: 'dueAt', 'filter[isOpen]': true } : { limit: 100, sort: '-receivedAt' }
  const list = useInfiniteEndpoint(listRequests, { query }, { total: true })
  const columns: TableColumn<PrivacyRequestRow>[] = [
    { key: 'who', label: t('who'), width: 200, phone: 'title', render: row => row.contactName ?? row.askedBy },
    { key: 'kind', label: t('what'), width: 144, phone: 'meta', render: row => words(row.kind) },
    {
      key: 'status',
      label: t('status'),
      width: 112,
      phone: 'trailing',
      render: row => <RequestStatus request={row} />,
    },
    {
      key: 'dueAt',
      label: words('dueAt'),
      width: 128,
      phone: 'meta',
      render: row => (row.closedAt === null ? format.date(row.dueAt) : null),
    },
    {
      key: 'assignee',
      label: words('assignee'),
      width: 136,
      phone: 'hidden',
      render: row => <MemberLine id={row.assigneeId} />,
    },
    {
      key: 'receivedAt',
      label: words('receivedAt'),
      width: 104,
      phone: 'hidden',
      render: row => <RelativeTime at={row.receivedAt} />,
    },
  ]
  const create = useCreateButton(words('requests'), words('noteRequest'), mayWrite && (() => setNoting(true)))
  return (
    <SettingsPage
      title={words('requests')}
      layout="fill"
      actions={create}
      toolbar={
        <div className={classes.toolbar}>
          <SegmentedControl
            size="xs"
            aria-label={t('show')}
            value={which}
            onChange={setWhich}
            data={optionsOf(['open', 'all'], t)}
          />
          <PublicPageLink />
        </div>
      }
    >
      <ListTable
        list={list}
        label={words('requests')}
        columns={columns}
        href={row => `/settings/privacy/requests/${row.id}`}
        count={count => t('count', { count })}
        empty={{ icon: IconShieldLock, title: t('empty'), description: t('emptyText'), action: create }}
      />
      {noting && (
        <NoteRequestDialog
          onClose={() => setNoting(false)}
          onNoted={id => navigate(`/settings/privacy/requests/${id}`)}
        />
      )}
    </SettingsPage>
  )
}

/** Where customers ask by themselves; companies link it from their own pages. */
function PublicPageLink() {
  const t = useMessages(messages)
  const { workspace } = useSession()
  const href = `${location.origin}/privacy/${workspace.id}`
  return (
    <span className={classes.publicPage}>
      <a href={href} target="_blank" rel="noreferrer">
        {t('page')}
      </a>
      <CopyAction value={href} label={t('copy')} size="compact-xs" variant="subtle" color="gray" />
    </span>
  )
}
