import { RecordFields, RecordLink } from '../../../../ui/record/RecordFields.tsx'
import { EditableTags } from '../../tags/web/EditableTags.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import type { Contact } from '../schema.ts'
import { contactRecord } from './contact-record.tsx'
import { Handles } from './Handles.tsx'

import classes from './Who.module.css'

/** Who a contact is: handles, where they belong, tags and every field, all edited where they stand. */
export function Who({ contact, folded }: { contact: Contact; folded?: boolean }) {
  const mayWrite = useCan()('contacts:write') && contact.deletedAt === null
  const { companyId, companyName } = contact
  return (
    <div className={classes.who}>
      <Handles contact={contact} mayWrite={mayWrite} />
      <EditableTags record={contactRecord} full={contact} />
      <RecordFields
        record={contactRecord}
        full={contact}
        always={['companyId', 'jobTitle', 'ownerId', 'teamId', 'lifecycle']}
        without={['name', 'email', 'phone', 'tagIds']}
        texts={{ companyId: companyId && <RecordLink href={`/companies/${companyId}`} name={companyName} /> }}
        folded={folded}
      />
    </div>
  )
}
