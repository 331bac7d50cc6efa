import { RecordPage } from '../../../../ui/record/RecordPage.tsx'
import { RecordHistory } from '../../../../ui/record/RecordSplit.tsx'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { OrderBody } from './OrderBody.tsx'
import { orderRecord } from './order-record.tsx'
import { OrderStatus } from './OrderStatus.tsx'

export default function OrderScreen({ params }: ScreenProps) {
  return (
    <RecordPage
      record={orderRecord}
      id={params.id!}
      layout="narrow"
      aside={({ status }) => <OrderStatus status={status} />}
    >
      {order => (
        <>
          <OrderBody order={order} />
          <RecordHistory record={orderRecord} full={order} />
        </>
      )}
    </RecordPage>
  )
}
