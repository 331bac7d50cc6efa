import { IconUsers } from '@tabler/icons-react'
import type { WebRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import { contactEndpoints, type Contact, type ContactRow } from '../schema.ts'
import { contactNoun } from './contact-noun.ts'
import { useContactFields } from './use-contact-fields.tsx'

export const contactRecord: WebRecord<ContactRow, Contact> = {
  name: 'contact',
  table: 'contacts',
  href: '/contacts',
  noun: contactNoun,
  icon: IconUsers,
  host: recordHost,
  endpoints: contactEndpoints,
  formats: ['csv', 'jsonl', 'vcard'],
  defaultSort: 'name',
  useFields: useContactFields,
  titleOf: ({ name }) => name,
}
