import { IconShoppingBag, IconTruckReturn } from '@tabler/icons-react'
import type { WebRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import { listReturns, orderEndpoints, type Order, type OrderRow, type ReturnRow } from '../schema.ts'
import { orderNoun } from './order-noun.ts'
import { returnNoun } from './return-noun.ts'
import { useOrderFields, useReturnFields } from './use-order-fields.tsx'

export const orderRecord: WebRecord<OrderRow, Order> = {
  name: 'order',
  table: 'orders',
  href: '/orders',
  noun: orderNoun,
  icon: IconShoppingBag,
  host: recordHost,
  endpoints: orderEndpoints,
  defaultSort: '-placedAt',
  useFields: useOrderFields,
  titleOf: ({ number }, one) => `${one} ${number}`,
}

/** Listed only; a return is recorded and taken back where its order is. */
export const returnRecord: WebRecord<ReturnRow> = {
  name: 'return',
  table: 'returns',
  href: '/orders/returns',
  noun: returnNoun,
  icon: IconTruckReturn,
  host: recordHost,
  endpoints: { list: listReturns },
  defaultSort: '-returnedAt',
  useFields: useReturnFields,
  titleOf: ({ number }, one) => `${one} ${number}`,
}
