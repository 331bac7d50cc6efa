import { webRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../fields/web/record-host.tsx'
import { contactRecord, contactWords } from '../record.ts'
import { contactEndpoints, type Contact, type ContactRow } from '../schema.ts'
import { contactKind } from './contact-kind.ts'
import { Lifecycle } from './Lifecycle.tsx'

export const webContact = webRecord<ContactRow, Contact>(contactKind, {
  host: recordHost,
  definition: contactRecord,
  endpoints: contactEndpoints,
  formats: ['csv', 'jsonl', 'vcard'],
  words: contactWords,
  fields: [
    { key: 'name', width: 184 },
    { key: 'email', isReadOnly: false, width: 176, phone: 'meta' },
    { key: 'companyId', width: 128, phone: 'meta' },
    { key: 'jobTitle', width: 140, isHidden: true },
    { key: 'lifecycle', width: 104, phone: 'trailing', render: row => <Lifecycle stage={row.lifecycle} /> },
    '*',
    { key: 'city', isHidden: true },
    { key: 'country', isHidden: true },
    { key: 'orders', isHidden: true },
    'netAmount',
    'lastTouchAt',
  ],
})
