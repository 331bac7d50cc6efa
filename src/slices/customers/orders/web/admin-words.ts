import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('orders.permission', {
  'orders:read': 'See orders',
  'orders:write': 'Create and change orders',
  'orders:export': 'Export orders',
})

export const actionWords = defineMessages('orders.action', {
  'orders.exported': 'Exported orders',
  'order.timeline-read': 'Read the timeline of an order',
})
