import { RecordBody } from '../../../../ui/record/RecordBody.tsx'
import { useMayChange } from '../../../../ui/record/web-record.ts'
import type { Contact } from '../schema.ts'
import { webContact } from './contact-record.tsx'
import { Handles } from './Handles.tsx'

/** Who a contact is: handles, where they belong, tags and every field, all edited where they stand. */
export function Who({ full, isSheet }: { full: Contact; isSheet?: boolean }) {
  const mayWrite = useMayChange(webContact, full)
  return (
    <>
      <Handles contact={full} mayWrite={mayWrite} />
      <RecordBody
        record={webContact}
        full={full}
        always={['companyId', 'jobTitle', 'ownerId', 'teamId', 'lifecycle']}
        without={['email', 'phone']}
        isSheet={isSheet}
        folded={isSheet}
      />
    </>
  )
}
