import type { SheetProps } from '../../../../ui/record/RecordList.tsx'
import { RecordSheet } from '../../../../ui/record/RecordSheet.tsx'
import { OrderBody } from './OrderBody.tsx'
import { orderRecord } from './order-record.tsx'

export default function OrderSheet(sheet: SheetProps) {
  return (
    <RecordSheet record={orderRecord} {...sheet}>
      {order => <OrderBody order={order} />}
    </RecordSheet>
  )
}
