import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { RecordBin } from '../../../../ui/screen/RecordBin.tsx'
import { PersonLine } from '../../../../ui/values/PersonLine.tsx'
import { MemberLine } from '../../../workspace/members/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { deleteCompanies, listDeletedCompanies, restoreCompanies, type CompanyRow } from '../schema.ts'
import { companyWords } from './company-words.ts'

const messages = defineMessages('companies.bin-screen', {
  restored: '{count, plural, one {# company restored.} other {# companies restored.}}',
  count: '{count, plural, one {# company in the bin} other {# companies in the bin}}',
  empty: 'Companies you delete wait here and can be restored with everything they had.',
})

export default function BinScreen() {
  const t = useMessages(messages)
  const words = useMessages(companyWords)
  const mayWrite = useCan()('companies:write')
  return (
    <RecordBin<CompanyRow>
      parent={{ label: words('companies'), href: '/companies' }}
      columns={[
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
      ]}
      list={listDeletedCompanies}
      restore={restoreCompanies}
      remove={deleteCompanies}
      mayWrite={mayWrite}
      texts={{
        count: count => t('count', { count }),
        restored: count => t('restored', { count }),
        empty: t('empty'),
      }}
    />
  )
}
