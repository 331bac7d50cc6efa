import { useMemo } from 'react'
import { IconArrowBackUp, IconShoppingBag, IconTrash, IconTruckReturn, IconX, type Icon } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { wordedRows } from '../../../../ui/screen/event-rows.ts'
import { recordRows } from '../../../../ui/record/record-rows.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { useChannelWords } from '../../timeline/web/public.tsx'
import { orderEvents, returnEvents } from '../events.ts'
import { orderStatuses } from '../schema.ts'
import { webOrder } from './order-record.tsx'
import { orderWords } from '../record.ts'

const messages = defineMessages('orders.rows', {
  placed: 'Order {number}',
  items: '{count, plural, one {# item} other {# items}}',
  cancelled: 'Order {number} cancelled',
  reopened: 'Order {number} reopened',
  returned: 'Return {number}',
  returnDeleted: 'Return {number} deleted',
  returnRestored: 'Return {number} restored',
})

const orderAddress = (orderId: string | null) => (orderId ? `/orders/${orderId}` : undefined)

/** Of a change only this is told; the amount stands in the currency of the order, which is not said. */
function useToldFields() {
  const t = useMessages(orderWords)
  return useMemo(
    () => [
      { key: 'status', label: t('status'), type: 'choice' as const, options: optionsOf(orderStatuses, t) },
      { key: 'amount', label: t('amount'), type: 'money' as const },
      { key: 'number', label: t('number'), type: 'text' as const },
      { key: 'quantity', label: t('quantity'), type: 'number' as const },
    ],
    [t],
  )
}

const { changed, deleted, restored } = recordRows(webOrder, {
  whatOf: ({ data }, noun) => `${noun} ${data['number']}`,
  hrefOf: ({ data }) => orderAddress(data['orderId'] as string | null),
  useFields: useToldFields,
})

/** An order or return that goes out of the sums, or comes back. */
function turned(icon: Icon, title: string, orderId: string | null) {
  return { icon, title, href: orderAddress(orderId) }
}

export const rows = {
  ...wordedRows(orderEvents, messages, {
    placed({ data: { orderId, number, amount, currency, itemCount }, subjectId, channel }, t) {
      const channelName = useChannelWords()
      return {
        quiet: false,
        icon: IconShoppingBag,
        title: t('placed', { number }),
        href: orderAddress(orderId ?? subjectId),
        meta: [itemCount > 0 && t('items', { count: itemCount }), channel && channelName(channel)],
        trailing: <Money amount={amount} currency={currency} />,
      }
    },
    changed,
    cancelled: ({ data: { number, orderId } }, t) => turned(IconX, t('cancelled', { number }), orderId),
    reopened: ({ data: { number, orderId } }, t) => turned(IconArrowBackUp, t('reopened', { number }), orderId),
    deleted,
    restored,
  }),
  ...wordedRows(returnEvents, messages, {
    received({ data: { orderId, number, amount, currency }, channel }, t) {
      const channelName = useChannelWords()
      return {
        quiet: false,
        icon: IconTruckReturn,
        title: t('returned', { number }),
        href: orderAddress(orderId),
        meta: [channel && channelName(channel)],
        trailing: <Money amount={-amount} currency={currency} />,
      }
    },
    deleted: ({ data: { number, orderId } }, t) => turned(IconTrash, t('returnDeleted', { number }), orderId),
    restored: ({ data: { number, orderId } }, t) => turned(IconArrowBackUp, t('returnRestored', { number }), orderId),
  }),
}
