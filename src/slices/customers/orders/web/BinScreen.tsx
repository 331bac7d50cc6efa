import { RecordBin } from '../../../../ui/record/RecordBin.tsx'
import { orderRecord } from './order-record.tsx'

export default function BinScreen() {
  return <RecordBin record={orderRecord} columns={['number', 'contactId', 'placedAt', 'orderAmount']} />
}
