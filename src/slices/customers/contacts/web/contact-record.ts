import { webRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import { contactEndpoints, type Contact, type ContactRow } from '../schema.ts'
import { contactKind } from './contact-kind.ts'
import { useContactFields } from './use-contact-fields.tsx'

export const contactRecord = webRecord<ContactRow, Contact>(contactKind, {
  host: recordHost,
  endpoints: contactEndpoints,
  formats: ['csv', 'jsonl', 'vcard'],
  useFields: useContactFields,
})
