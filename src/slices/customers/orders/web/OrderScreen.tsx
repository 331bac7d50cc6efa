import { defineMessages } from '../../../../kernel/messages.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { getOrder } from '../schema.ts'
import { OrderBody } from './OrderBody.tsx'
import { OrderStatus } from './OrderStatus.tsx'
import { orderWords } from './order-words.ts'

const messages = defineMessages('orders.order-screen', { loading: 'Order', title: 'Order {number}' })

export default function OrderScreen({ params }: ScreenProps) {
  const t = useMessages(messages)
  const words = useMessages(orderWords)
  const { data: order, error, refetch } = useEndpoint(getOrder, { params: { id: params.id! } })
  return (
    <Page
      title={order ? t('title', { number: order.number }) : t('loading')}
      breadcrumbs={[{ label: words('orders'), href: '/orders' }]}
      aside={order && <OrderStatus status={order.status} />}
      layout="narrow"
    >
      {error ? (
        <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />
      ) : order ? (
        <OrderBody key={order.id} order={order} />
      ) : (
        <SkeletonRows count={10} />
      )}
    </Page>
  )
}
