import { IconUsers } from '@tabler/icons-react'
import type { WebRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import {
  changeContact,
  deleteContact,
  deleteContacts,
  exportContacts,
  getContact,
  listContacts,
  listDeletedContacts,
  restoreContact,
  restoreContacts,
  saveContacts,
  type Contact,
  type ContactRow,
} from '../schema.ts'
import { contactNoun } from './contact-noun.ts'
import { useContactFields } from './use-contact-fields.tsx'

export const contactRecord: WebRecord<ContactRow, Contact> = {
  name: 'contact',
  table: 'contacts',
  href: '/contacts',
  noun: contactNoun,
  icon: IconUsers,
  host: recordHost,
  writes: 'contacts:write',
  exports: 'contacts:export',
  endpoints: {
    list: listContacts,
    get: getContact,
    change: changeContact,
    remove: deleteContact,
    restore: restoreContact,
    bin: listDeletedContacts,
    changeMany: saveContacts,
    removeMany: deleteContacts,
    restoreMany: restoreContacts,
    download: exportContacts,
  },
  formats: ['csv', 'jsonl', 'vcard'],
  defaultSort: 'name',
  useFields: useContactFields,
  titleOf: ({ name }) => name,
}
