import { webRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import { listReturns, orderEndpoints, type Order, type OrderRow, type ReturnRow } from '../schema.ts'
import { orderKind } from './order-kind.ts'
import { returnKind } from './return-kind.ts'
import { useOrderFields, useReturnFields } from './use-order-fields.tsx'

export const orderRecord = webRecord<OrderRow, Order>(orderKind, {
  host: recordHost,
  endpoints: orderEndpoints,
  defaultSort: '-placedAt',
  useFields: useOrderFields,
  titleOf: ({ number }, noun) => `${noun} ${number}`,
})

/** Listed only; a return is recorded and taken back where its order is. */
export const returnRecord = webRecord<ReturnRow>(returnKind, {
  href: '/orders/returns',
  host: recordHost,
  endpoints: { list: listReturns },
  defaultSort: '-returnedAt',
  useFields: useReturnFields,
  titleOf: ({ number }, noun) => `${noun} ${number}`,
})
