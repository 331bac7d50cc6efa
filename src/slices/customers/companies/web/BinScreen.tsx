import { RecordBin } from '../../../../ui/record/RecordBin.tsx'
import { companyRecord } from './company-record.tsx'

export default function BinScreen() {
  return <RecordBin record={companyRecord} columns={['name', 'domain', 'industry', 'ownerId']} />
}
