import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { RecordBin } from '../../../../ui/screen/RecordBin.tsx'
import { Money } from '../../../../ui/values/Money.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { deleteOrders, listDeletedOrders, restoreOrders, type OrderRow } from '../schema.ts'
import { orderWords } from './order-words.ts'

const messages = defineMessages('orders.bin-screen', {
  restored: '{count, plural, one {# order restored.} other {# orders restored.}}',
  count: '{count, plural, one {# order in the bin} other {# orders in the bin}}',
  empty: 'Orders you delete wait here and can be restored with their returns.',
})

export default function BinScreen() {
  const t = useMessages(messages)
  const words = useMessages(orderWords)
  const format = useFormat()
  const mayWrite = useCan()('orders:write')
  return (
    <RecordBin<OrderRow>
      parent={{ label: words('orders'), href: '/orders' }}
      columns={[
        { key: 'number', label: words('number'), width: 160, phone: 'title', render: row => row.number },
        { key: 'contactId', label: words('contactId'), width: 220, phone: 'meta', render: row => row.contactName },
        {
          key: 'placedAt',
          label: words('placedAt'),
          width: 120,
          phone: 'hidden',
          render: row => format.date(row.placedAt),
        },
        {
          key: 'amount',
          label: words('amount'),
          width: 120,
          align: 'end',
          phone: 'hidden',
          render: row => <Money amount={row.amount} currency={row.currency} />,
        },
      ]}
      list={listDeletedOrders}
      restore={restoreOrders}
      remove={deleteOrders}
      refreshes={['orders', 'contacts', 'companies', 'timeline']}
      mayWrite={mayWrite}
      texts={{
        count: count => t('count', { count }),
        restored: count => t('restored', { count }),
        empty: t('empty'),
      }}
    />
  )
}
