import { useMemo } from 'react'
import { IconArrowBackUp, IconShoppingBag, IconTrash, IconTruckReturn, IconX } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { rowsOf, type EventRow, type ShownEvent, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { recordRows } from '../../../../ui/record/record-rows.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { useChannelWords } from '../../timeline/web/public.tsx'
import { orderEvents, returnEvents } from '../events.ts'
import { orderStatuses } from '../schema.ts'
import { orderRecord } from './order-record.tsx'
import { orderWords } from './order-words.ts'

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

function usePlaced(event: ShownOf<typeof orderEvents.placed>): EventRow {
  const t = useMessages(messages)
  const channelName = useChannelWords()
  const { orderId, number, amount, currency, itemCount } = event.data
  return {
    icon: IconShoppingBag,
    title: t('placed', { number }),
    href: orderAddress(orderId ?? event.subjectId),
    meta:
      [itemCount > 0 && t('items', { count: itemCount }), event.channel && channelName(event.channel)]
        .filter(Boolean)
        .join(' · ') || undefined,
    trailing: <Money amount={amount} currency={currency} />,
  }
}

function useReturned(event: ShownOf<typeof returnEvents.received>): EventRow {
  const t = useMessages(messages)
  const channelName = useChannelWords()
  const { orderId, number, amount, currency } = event.data
  return {
    icon: IconTruckReturn,
    title: t('returned', { number }),
    href: orderAddress(orderId),
    meta: event.channel ? channelName(event.channel) : undefined,
    trailing: <Money amount={-amount} currency={currency} />,
  }
}

/** Of a change only this is told; the amount stands in the currency of the order, which is not said. */
function useToldFields() {
  const t = useMessages(orderWords)
  return useMemo(
    () => [
      {
        key: 'status',
        label: t('status'),
        type: 'choice' as const,
        options: orderStatuses.map(value => ({ value, label: t(value) })),
      },
      { key: 'amount', label: t('amount'), type: 'money' as const },
      { key: 'number', label: t('number'), type: 'text' as const },
      { key: 'quantity', label: t('quantity'), type: 'number' as const },
    ],
    [t],
  )
}

const { changed, deleted, restored } = recordRows(orderRecord, {
  whatOf: ({ data }, noun) => `${noun} ${data['number']}`,
  hrefOf: ({ data }) => orderAddress(data['orderId'] as string | null),
  useFields: useToldFields,
})

const icons = {
  cancelled: IconX,
  reopened: IconArrowBackUp,
  returnDeleted: IconTrash,
  returnRestored: IconArrowBackUp,
}

/** The row of an order or return that goes out of the sums, or comes back. */
function turned(word: keyof typeof icons) {
  return function useTurned({ data, actorName }: ShownEvent<{ orderId: string | null; number: string }>): EventRow {
    const t = useMessages(messages)
    const { orderId, number } = data
    const title = t(word, { number })
    return { quiet: true, icon: icons[word], title, href: orderAddress(orderId), meta: actorName ?? undefined }
  }
}

export const rows = {
  ...rowsOf(orderEvents, {
    placed: usePlaced,
    changed,
    cancelled: turned('cancelled'),
    reopened: turned('reopened'),
    deleted,
    restored,
  }),
  ...rowsOf(returnEvents, {
    received: useReturned,
    deleted: turned('returnDeleted'),
    restored: turned('returnRestored'),
  }),
}
