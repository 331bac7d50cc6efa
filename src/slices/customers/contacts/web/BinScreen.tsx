import { RecordBin } from '../../../../ui/record/RecordBin.tsx'
import { contactRecord } from './contact-record.tsx'

export default function BinScreen() {
  return <RecordBin record={contactRecord} columns={['name', 'email', 'companyId', 'ownerId']} />
}
