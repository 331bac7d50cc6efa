import { defineMessages, say } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { RecordList } from '../../../../ui/record/RecordList.tsx'
import type { ReturnRow } from '../schema.ts'
import { orderWords } from '../record.ts'
import { webReturn } from './order-record.tsx'

const messages = defineMessages('orders.returns-screen', {
  search: 'Search by customer',
  empty: 'Open an order to record what came back of it.',
})

export default function ReturnsScreen() {
  const words = useMessages(orderWords)
  const hrefOf = ({ orderId, contactId }: ReturnRow) =>
    orderId ? `/orders/${orderId}` : contactId ? `/contacts/${contactId}` : '/orders/returns'
  return (
    <RecordList
      record={webReturn}
      breadcrumbs={[{ label: words('orders'), href: '/orders' }]}
      hrefOf={hrefOf}
      searchLabel={say(messages, 'search')}
      emptyText={say(messages, 'empty')}
    />
  )
}
