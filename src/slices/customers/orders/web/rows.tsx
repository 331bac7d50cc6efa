import { IconArrowBackUp, IconPencil, IconShoppingBag, IconTrash, IconTruckReturn, IconX } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { EventRow, EventRows, ShownEvent } from '../../../../ui/screen/event-rows.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { useChannelWords } from '../../timeline/web/public.tsx'
import type { OrderEvents } from '../events.ts'

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

type Data<Kind extends keyof OrderEvents> = OrderEvents[Kind]

const orderAddress = (orderId: string | null) => (orderId ? `/orders/${orderId}` : undefined)

function usePlaced(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const channelName = useChannelWords()
  const { orderId, number, amount, currency, itemCount } = event.data as Data<'order.placed'>
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

function useReturned(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const channelName = useChannelWords()
  const { orderId, number, amount, currency } = event.data as Data<'return.received'>
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

function useOrderChanged(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const format = useFormat()
  const { orderId, number, changes } = event.data as Data<'order.changed'>
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

const states = {
  'order.cancelled': ['cancelled', IconX],
  'order.reopened': ['reopened', IconArrowBackUp],
  'order.deleted': ['deleted', IconTrash],
  'order.restored': ['restored', IconArrowBackUp],
  'return.deleted': ['returnDeleted', IconTrash],
  'return.restored': ['returnRestored', IconArrowBackUp],
} as const

function useStateChange(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const [word, icon] = states[event.kind as keyof typeof states]
  const { orderId, number } = event.data as Data<'order.deleted'>
  return {
    quiet: true,
    icon,
    title: t(word, { number }),
    href: orderAddress(orderId),
    meta: event.actorName ?? undefined,
  }
}

export const rows: EventRows = {
  'order.placed': usePlaced,
  'order.changed': useOrderChanged,
  'return.received': useReturned,
  ...Object.fromEntries(Object.keys(states).map(kind => [kind, useStateChange])),
}
