import { Menu } from '@mantine/core'
import { IconDownload, IconShieldLock } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { addressOf } from '../../../../ui/api/call.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useNavigateTo } from '../../../../ui/layout/Link.tsx'
import { RecordHead } from '../../../../ui/record/RecordHead.tsx'
import { RecordPage } from '../../../../ui/record/RecordPage.tsx'
import { RecordSlot, RecordSplit, RecordSplitSkeleton } from '../../../../ui/record/RecordSplit.tsx'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { exportContact, type Contact } from '../schema.ts'
import { contactRecord } from './contact-record.tsx'
import { Lifecycle } from './Lifecycle.tsx'
import { Who } from './Who.tsx'

const messages = defineMessages('contacts.contact-screen', {
  at: '{job} at {company}',
  vcard: 'Download vCard',
  privacy: 'Privacy…',
})

export default function ContactScreen({ params }: ScreenProps) {
  const t = useMessages(messages)
  const navigate = useNavigateTo()
  const mayReadPrivacy = useCan()('privacy:read')
  const detailOf = ({ jobTitle, companyName, email }: Contact) =>
    jobTitle && companyName ? t('at', { job: jobTitle, company: companyName }) : (jobTitle ?? companyName ?? email)
  return (
    <RecordPage
      record={contactRecord}
      id={params.id!}
      layout="fill"
      aside={({ lifecycle }) => <Lifecycle stage={lifecycle} />}
      menu={contact => (
        <>
          <Menu.Item
            component="a"
            href={addressOf(exportContact, { params: { id: contact.id } })}
            download
            leftSection={<IconDownload size={14} />}
          >
            {t('vcard')}
          </Menu.Item>
          {contact.deletedAt === null && <RecordSlot record={contactRecord} full={contact} name="record.actions" />}
          {mayReadPrivacy && (
            <Menu.Item
              leftSection={<IconShieldLock size={14} />}
              onClick={() => navigate(`/contacts/${contact.id}/privacy`)}
            >
              {t('privacy')}
            </Menu.Item>
          )}
        </>
      )}
      skeleton={<RecordSplitSkeleton />}
    >
      {contact => (
        <RecordSplit
          record={contactRecord}
          full={contact}
          head={<RecordHead record={contactRecord} full={contact} detail={detailOf(contact)} />}
          who={<Who contact={contact} />}
        />
      )}
    </RecordPage>
  )
}
