import { defineMessages } from '../../../../kernel/messages.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { SideSheet } from '../../../../ui/layout/SideSheet.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { getOrder } from '../schema.ts'
import { OrderBody } from './OrderBody.tsx'

const messages = defineMessages('orders.order-sheet', { loading: 'Order', title: 'Order {number}' })

export interface OrderSheetProps {
  id: string | undefined
  onClose: () => void
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
}

/** An order over the list it was found in. */
export default function OrderSheet({ id, onClose, onPrevious, onNext }: OrderSheetProps) {
  const t = useMessages(messages)
  const { data: order, error, refetch } = useEndpoint(getOrder, id === undefined ? null : { params: { id } })
  return (
    <SideSheet
      opened={id !== undefined}
      onClose={onClose}
      title={order ? t('title', { number: order.number }) : t('loading')}
      href={`/orders/${id}`}
      onPrevious={onPrevious}
      onNext={onNext}
    >
      {error ? (
        <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />
      ) : order && order.id === id ? (
        <OrderBody key={order.id} order={order} />
      ) : (
        <SkeletonRows count={8} />
      )}
    </SideSheet>
  )
}
