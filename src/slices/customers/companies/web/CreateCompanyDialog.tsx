import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { RecordCreateDialog } from '../../../../ui/record/RecordCreateDialog.tsx'
import type { CreateProps } from '../../../../ui/record/RecordList.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { companyRecord } from './company-record.tsx'

const messages = defineMessages('companies.create-company-dialog', { taken: 'Open the company that has it' })

export default function CreateCompanyDialog(dialog: CreateProps) {
  const t = useMessages(messages)
  const { member } = useSession()
  return (
    <RecordCreateDialog
      record={companyRecord}
      rows={[
        ['name', 'domain'],
        ['industry', 'employees'],
        ['city', 'country'],
        ['ownerId', 'tagIds'],
      ]}
      initial={{ ownerId: member.id, tagIds: [] }}
      required={['name']}
      taken={t('taken')}
      {...dialog}
    />
  )
}
