import { useFormat } from '../../../../ui/i18n/i18n.tsx'
import { webRecord, type FieldGiven } from '../../../../ui/record/web-record.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { recordHost } from '../../fields/web/record-host.tsx'
import { orderRecord, returnRecord, orderWords } from '../record.ts'
import { listReturns, orderEndpoints, type Order, type OrderRow, type ReturnRow } from '../schema.ts'
import { OwnerLink } from './OwnerLink.tsx'
import { OrderStatus } from './OrderStatus.tsx'
import { orderKind, returnKind } from './order-kinds.ts'

type Recorded = OrderRow | ReturnRow

function Day({ at }: { at: string }) {
  const format = useFormat()
  return (
    <span className="tabular" title={format.fullDateTime(at)}>
      {format.date(at)}
    </span>
  )
}

function BaseAmount({ amount }: { amount: number }) {
  return <Money amount={amount} currency={useSession().workspace.currency} />
}

/** What an order and a return have both. */
const number = { key: 'number', width: 132, phone: 'title', isReadOnly: true } as const
const owners: FieldGiven<Recorded>[] = [
  {
    key: 'contactId',
    operators: ['eq'],
    width: 176,
    phone: 'meta',
    render: row => row.contactId && <OwnerLink href={`/contacts/${row.contactId}`} name={row.contactName} />,
  },
  {
    key: 'companyId',
    width: 160,
    render: row => row.companyId && <OwnerLink href={`/companies/${row.companyId}`} name={row.companyName} />,
  },
]
const quantity = { key: 'quantity', width: 84, isReadOnly: true }
/** In the currency it was paid in, and in that of the workspace. */
const amounts = (own: string): FieldGiven<Recorded>[] => [
  {
    key: own,
    word: 'amount',
    type: 'money',
    width: 116,
    phone: 'trailing',
    render: row => <Money amount={row.amount} currency={row.currency} />,
  },
  {
    key: 'amount',
    word: 'amountIn',
    width: 136,
    sortable: own === 'orderAmount',
    isReadOnly: true,
    render: row => <BaseAmount amount={row.baseAmount} />,
  },
]

/** Its status and the custom fields are edited in place. */
export const webOrder = webRecord<OrderRow, Order>(orderKind, {
  host: recordHost,
  definition: orderRecord,
  endpoints: orderEndpoints,
  defaultSort: '-placedAt',
  words: orderWords,
  fields: [
    number,
    ...owners,
    { key: 'placedAt', width: 112, phone: 'meta', render: row => <Day at={row.placedAt} /> },
    { key: 'status', width: 112, render: row => <OrderStatus status={row.status} /> },
    quantity,
    ...amounts('orderAmount'),
    'currency',
    'source',
    { key: 'sourceId', width: 140, isHidden: true },
    'importId',
  ],
  titleOf: ({ number }, one) => `${one} ${number}`,
})

/** Listed only; a return is recorded and taken back where its order is. */
export const webReturn = webRecord<ReturnRow>(returnKind, {
  href: '/orders/returns',
  host: recordHost,
  definition: returnRecord,
  endpoints: { list: listReturns },
  defaultSort: '-returnedAt',
  words: orderWords,
  fields: [
    number,
    {
      key: 'orderId',
      word: 'order',
      width: 116,
      render: row => row.orderId && <OwnerLink href={`/orders/${row.orderId}`} name={row.orderNumber} />,
    },
    ...owners,
    { key: 'returnedAt', width: 112, phone: 'meta', render: row => <Day at={row.returnedAt} /> },
    { key: 'reason', width: 200 },
    quantity,
    ...amounts('returnAmount'),
    'importId',
  ],
  titleOf: ({ number }, one) => `${one} ${number}`,
})
