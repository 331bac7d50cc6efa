import { IconArrowBackUp, IconPencil, IconShoppingBag, IconTrash, IconTruckReturn, IconX } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { rowsOf, type EventRow, type ShownEvent, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { useChannelWords } from '../../timeline/web/public.tsx'
import { orderEvents, returnEvents } from '../events.ts'

const messages = defineMessages('orders.rows', {
  placed: 'Order {number}',
  items: '{count, plural, one {# item} other {# items}}',
  changed: 'Order {number} changed',
  cancelled: 'Order {number} cancelled',
  reopened: 'Order {number} reopened',
  deleted: 'Order {number} moved to the bin',
  restored: 'Order {number} restored',
  returned: 'Return {number}',
  returnDeleted: 'Return {number} deleted',
  returnRestored: 'Return {number} restored',
  change: '{field}: {before} → {after}',
  status: 'Status',
  amount: 'Amount',
  number: 'Number',
  quantity: 'Pieces',
  placedStatus: 'placed',
  paid: 'paid',
  fulfilled: 'fulfilled',
  none: 'none',
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

const statusWords = { placed: 'placedStatus', paid: 'paid', fulfilled: 'fulfilled' } as const
const fieldWords = { status: 'status', amount: 'amount', number: 'number', quantity: 'quantity' } as const

function useOrderChanged(event: ShownOf<typeof orderEvents.changed>): EventRow {
  const t = useMessages(messages)
  const format = useFormat()
  const { orderId, number, changes } = event.data
  const words = (field: string, value: unknown): string => {
    if (value === null || value === undefined) return t('none')
    if (field === 'status')
      return String(value) in statusWords ? t(statusWords[value as keyof typeof statusWords]) : String(value)
    return typeof value === 'number'
      ? format.number(field === 'amount' ? value / 100 : value)
      : typeof value === 'object'
        ? '…'
        : String(value)
  }
  const lines = Object.entries(changes).flatMap(([field, [before, after]]) =>
    field in fieldWords
      ? [
          t('change', {
            field: t(fieldWords[field as keyof typeof fieldWords]),
            before: words(field, before),
            after: words(field, after),
          }),
        ]
      : [],
  )
  return {
    quiet: true,
    icon: IconPencil,
    title: t('changed', { number }),
    href: orderAddress(orderId),
    meta: event.actorName ?? undefined,
    body: lines.join(' · ') || undefined,
  }
}

const icons = {
  cancelled: IconX,
  reopened: IconArrowBackUp,
  deleted: IconTrash,
  restored: IconArrowBackUp,
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
    changed: useOrderChanged,
    cancelled: turned('cancelled'),
    reopened: turned('reopened'),
    deleted: turned('deleted'),
    restored: turned('restored'),
  }),
  ...rowsOf(returnEvents, {
    received: useReturned,
    deleted: turned('returnDeleted'),
    restored: turned('returnRestored'),
  }),
}
