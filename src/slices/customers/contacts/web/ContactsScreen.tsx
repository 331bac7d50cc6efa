import { lazy } from 'react'
import { RecordList } from '../../../../ui/record/RecordList.tsx'
import { Slot } from '../../../../ui/screen/Slot.tsx'
import { contactRecord } from './contact-record.tsx'

// What opens over the list is fetched after the list.
const ContactSheet = lazy(() => import('./ContactSheet.tsx'))
const CreateContactDialog = lazy(() => import('./CreateContactDialog.tsx'))

export default function ContactsScreen() {
  return (
    <RecordList
      record={contactRecord}
      bulk={['ownerId', 'teamId', 'lifecycle', 'tagIds']}
      bulkActions={({ rows, onDone }) => <Slot name="contacts.bulk" props={{ ids: rows.map(row => row.id), onDone }} />}
      sheet={sheet => <ContactSheet {...sheet} />}
      createDialog={dialog => <CreateContactDialog {...dialog} />}
    />
  )
}
