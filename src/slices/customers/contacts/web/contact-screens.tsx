import { Menu } from '@mantine/core'
import { IconDownload, IconShieldLock } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { addressOf } from '../../../../ui/api/call.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import { RecordSlot } from '../../../../ui/record/RecordSplit.tsx'
import type { RecordScreens } from '../../../../ui/record/record-screens.ts'
import { Slot } from '../../../../ui/screen/Slot.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { exportContact, type Contact, type ContactRow } from '../schema.ts'
import { webContact } from './contact-record.tsx'
import { CreateContactDialog } from './CreateContactDialog.tsx'
import { Lifecycle } from './Lifecycle.tsx'
import { Who } from './Who.tsx'

const messages = defineMessages('contacts.contact-screens', {
  at: '{job} at {company}',
  vcard: 'Download vCard',
  privacy: 'Privacy…',
})

export const screens: RecordScreens<ContactRow, Contact> = {
  record: webContact,
  bulk: ['ownerId', 'teamId', 'lifecycle', 'tagIds'],
  bulkActions: ({ rows, onDone }) => <Slot name="contacts.bulk" props={{ ids: rows.map(row => row.id), onDone }} />,
  CreateDialog: CreateContactDialog,
  Body: Who,
  detailOf: ({ jobTitle, companyName, email }, text) =>
    jobTitle && companyName
      ? text(say(messages, 'at', { job: jobTitle, company: companyName }))
      : (jobTitle ?? companyName ?? email),
  aside: ({ lifecycle }) => <Lifecycle stage={lifecycle} />,
  menu: contact => <ContactMenu contact={contact} />,
}

function ContactMenu({ contact }: { contact: Contact }) {
  const t = useMessages(messages)
  const mayReadPrivacy = useCan()('privacy:read')
  const { id, deletedAt } = contact
  const vcard = addressOf(exportContact, { params: { id } })
  return (
    <>
      <Menu.Item component="a" href={vcard} download leftSection={<IconDownload size={14} />}>
        {t('vcard')}
      </Menu.Item>
      {deletedAt === null && <RecordSlot record={webContact} full={contact} name="record.actions" />}
      {mayReadPrivacy && <MenuItem icon={IconShieldLock} label={t('privacy')} href={`/contacts/${id}/privacy`} />}
    </>
  )
}
