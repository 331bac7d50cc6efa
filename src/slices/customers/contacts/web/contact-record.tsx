import { useMemo } from 'react'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { RecordField } from '../../../../ui/record/record-field.ts'
import { PersonLine } from '../../../../ui/values/PersonLine.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { companyReference } from '../../companies/web/public.tsx'
import { useCustomFields } from '../../fields/web/public.tsx'
import { useSharedFields } from '../../fields/web/use-shared-fields.tsx'
import { contactEndpoints, lifecycles, type Contact, type ContactRow } from '../schema.ts'
import { contactWords } from './contact-words.ts'
import { Lifecycle } from './Lifecycle.tsx'
import { webRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import { contactKind } from './contact-kind.ts'

/** The fields of a contact, built in and custom. */
export function useContactFields(): readonly RecordField<ContactRow>[] {
  const t = useMessages(contactWords)
  const mayCreateCompany = useCan()('companies:write')
  const shared = useSharedFields()
  const custom = useCustomFields('contact')
  return useMemo<RecordField<ContactRow>[]>(
    () => [
      {
        key: 'name',
        label: t('name'),
        type: 'text',
        width: 184,
        sortable: true,
        phone: 'title',
        render: row => <PersonLine name={row.name} />,
      },
      { key: 'email', label: t('email'), type: 'text', width: 176, phone: 'meta' },
      shared.phone,
      { ...companyReference.field('companyId', t('companyId'), mayCreateCompany), width: 128, phone: 'meta' },
      { key: 'jobTitle', label: t('jobTitle'), type: 'text', width: 140, isHidden: true },
      {
        key: 'lifecycle',
        label: t('lifecycle'),
        type: 'choice',
        operators: ['in', 'ne'],
        options: lifecycles.map(value => ({ value, label: t(value) })),
        width: 104,
        phone: 'trailing',
        render: row => <Lifecycle stage={row.lifecycle} />,
      },
      shared.ownerId,
      shared.teamId,
      shared.tagIds,
      { key: 'firstName', label: t('firstName'), type: 'text' },
      { key: 'lastName', label: t('lastName'), type: 'text' },
      { key: 'birthday', label: t('birthday'), type: 'date', filterable: false },
      ...shared.address.map(field => ({ ...field, isHidden: true })),
      shared.language,
      shared.timeZone,
      shared.source,
      { ...shared.orders, isHidden: true },
      shared.netAmount,
      shared.lastTouchAt,
      shared.createdAt,
      shared.updatedAt,
      shared.importId,
      ...custom,
    ],
    [t, mayCreateCompany, shared, custom],
  )
}

export const contactRecord = webRecord<ContactRow, Contact>(contactKind, {
  host: recordHost,
  endpoints: contactEndpoints,
  formats: ['csv', 'jsonl', 'vcard'],
  useFields: useContactFields,
})
