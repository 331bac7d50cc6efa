import { IconUsers } from '@tabler/icons-react'
import { lazy, useMemo } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { RecordList } from '../../../../ui/screen/RecordList.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { useListState } from '../../../workspace/views/web/public.tsx'
import { exportContacts, listContacts } from '../schema.ts'
import { BulkActions } from './BulkActions.tsx'
import { contactWords } from './contact-words.ts'
import { hiddenColumns, useContactColumns } from './use-contact-columns.tsx'
import { useContactFields } from './use-contact-fields.ts'

// What opens over the list is fetched after the list.
const ContactSheet = lazy(() => import('./ContactSheet.tsx'))
const CreateContactDialog = lazy(() => import('./CreateContactDialog.tsx'))

const messages = defineMessages('contacts.contacts-screen', {
  all: 'All contacts',
  create: 'Create contact',
  search: 'Search contacts',
  count: '{count, plural, one {# contact} other {# contacts}}',
  emptyTitle: 'Contacts appear here',
  emptyText: 'Create the first one, or import a file with those you have.',
  noneTitle: 'No contact matches',
  noneText: 'Nobody here fits this search and these filters.',
})

const formats = [
  { key: 'csv', label: 'CSV' },
  { key: 'jsonl', label: 'JSON Lines' },
  { key: 'vcard', label: 'vCard' },
]

export default function ContactsScreen() {
  const t = useMessages(messages)
  const words = useMessages(contactWords)
  const can = useCan()
  const fields = useContactFields()
  const columns = useContactColumns(fields)
  const keys = useMemo(() => columns.map(column => column.key), [columns])
  const hidden = useMemo(() => [...hiddenColumns, ...fields.custom.map(field => field.key)], [fields.custom])
  const list = useListState({
    object: 'contacts',
    allName: t('all'),
    fields: fields.filters,
    columns: keys,
    hidden,
    defaultSort: 'name',
  })
  const contacts = useInfiniteEndpoint(listContacts, { query: { ...list.query, limit: 100 } }, { total: true })
  return (
    <RecordList
      label={words('contacts')}
      href="/contacts"
      icon={IconUsers}
      state={list}
      fields={fields.filters}
      columns={columns}
      records={contacts}
      mayWrite={can('contacts:write')}
      download={can('contacts:export') ? { endpoint: exportContacts, formats } : undefined}
      texts={{
        create: t('create'),
        search: t('search'),
        count: count => t('count', { count }),
        emptyTitle: t('emptyTitle'),
        emptyText: t('emptyText'),
        noneTitle: t('noneTitle'),
        noneText: t('noneText'),
      }}
      bulkActions={(rows, onDone) => <BulkActions rows={rows} fields={fields} onDone={onDone} />}
      sheet={sheet => <ContactSheet {...sheet} />}
      createDialog={dialog => <CreateContactDialog fields={fields} {...dialog} />}
    />
  )
}
