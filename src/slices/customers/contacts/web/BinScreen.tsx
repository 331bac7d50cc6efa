import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { RecordBin } from '../../../../ui/screen/RecordBin.tsx'
import { PersonLine } from '../../../../ui/values/PersonLine.tsx'
import { MemberLine } from '../../../workspace/members/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { deleteContacts, listDeletedContacts, restoreContacts, type ContactRow } from '../schema.ts'
import { contactWords } from './contact-words.ts'

const messages = defineMessages('contacts.bin-screen', {
  restored: '{count, plural, one {# contact restored.} other {# contacts restored.}}',
  count: '{count, plural, one {# contact in the bin} other {# contacts in the bin}}',
  empty: 'Contacts you delete wait here and can be restored with everything they had.',
})

export default function BinScreen() {
  const t = useMessages(messages)
  const words = useMessages(contactWords)
  const mayWrite = useCan()('contacts:write')
  return (
    <RecordBin<ContactRow>
      parent={{ label: words('contacts'), href: '/contacts' }}
      columns={[
        {
          key: 'name',
          label: words('name'),
          width: 240,
          phone: 'title',
          render: row => <PersonLine name={row.name} />,
        },
        { key: 'email', label: words('email'), width: 240, phone: 'meta', render: row => row.email },
        { key: 'companyId', label: words('companyId'), width: 180, phone: 'hidden', render: row => row.companyName },
        {
          key: 'ownerId',
          label: words('ownerId'),
          width: 160,
          phone: 'hidden',
          render: row => <MemberLine id={row.ownerId} />,
        },
      ]}
      list={listDeletedContacts}
      restore={restoreContacts}
      remove={deleteContacts}
      mayWrite={mayWrite}
      texts={{
        count: count => t('count', { count }),
        restored: count => t('restored', { count }),
        empty: t('empty'),
      }}
    />
  )
}
