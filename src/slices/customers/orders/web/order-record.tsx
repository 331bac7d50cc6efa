import { useMemo } from 'react'
import { useFormat, useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { currencyOptions } from '../../../../ui/i18n/regions.ts'
import type { RecordField } from '../../../../ui/record/record-field.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { companyReference } from '../../companies/web/public.tsx'
import { contactReference } from '../../contacts/web/public.tsx'
import { useCustomFields } from '../../fields/web/public.tsx'
import { useSharedFields } from '../../fields/web/use-shared-fields.tsx'
import { listReturns, orderEndpoints, orderStatuses, type Order, type OrderRow, type ReturnRow } from '../schema.ts'
import { OwnerLink } from './OwnerLink.tsx'
import { OrderStatus } from './OrderStatus.tsx'
import { orderWords } from './order-words.ts'
import { webRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import { orderKind, returnKind } from './order-kinds.ts'

/** The fields of an order, built in and custom; its status and the custom ones are edited in place. */
export function useOrderFields(): readonly RecordField<OrderRow>[] {
  const t = useMessages(orderWords)
  const locale = useLocale()
  const recorded = useRecordedFields<OrderRow>()
  const shared = useSharedFields()
  const custom = useCustomFields('order')
  return useMemo<RecordField<OrderRow>[]>(
    () => [
      { ...recorded.number, sortable: true },
      recorded.contactId,
      recorded.companyId,
      recorded.moment('placedAt'),
      {
        key: 'status',
        label: t('status'),
        type: 'choice',
        operators: ['in', 'ne'],
        options: orderStatuses.map(value => ({ value, label: t(value) })),
        width: 112,
        render: row => <OrderStatus status={row.status} />,
      },
      recorded.quantity,
      recorded.ownAmount('orderAmount'),
      { ...recorded.amount, sortable: true },
      {
        key: 'currency',
        label: t('currency'),
        type: 'choice',
        operators: ['in', 'ne'],
        options: currencyOptions(locale),
      },
      shared.source,
      {
        key: 'sourceId',
        label: t('sourceId'),
        type: 'text',
        isReadOnly: true,
        filterable: false,
        width: 140,
        isHidden: true,
      },
      shared.importId,
      ...custom,
    ],
    [t, locale, recorded, shared, custom],
  )
}

/** The fields of a return. */
export function useReturnFields(): readonly RecordField<ReturnRow>[] {
  const t = useMessages(orderWords)
  const recorded = useRecordedFields<ReturnRow>()
  const { importId } = useSharedFields()
  return useMemo<RecordField<ReturnRow>[]>(
    () => [
      { ...recorded.number, filterable: false },
      {
        key: 'orderId',
        label: t('order'),
        type: 'text',
        filterable: false,
        width: 116,
        render: row => row.orderId && <OwnerLink href={`/orders/${row.orderId}`} name={row.orderNumber} />,
      },
      recorded.contactId,
      recorded.companyId,
      recorded.moment('returnedAt'),
      { key: 'reason', label: t('reason'), type: 'text', filterable: false, width: 200 },
      recorded.quantity,
      recorded.ownAmount('returnAmount'),
      recorded.amount,
      importId,
    ],
    [t, recorded, importId],
  )
}

interface Recorded {
  contactId: string | null
  contactName: string | null
  companyId: string | null
  companyName: string | null
  amount: number
  baseAmount: number
  currency: string
}

/** What an order and a return have both. */
function useRecordedFields<Row extends Recorded>() {
  const t = useMessages(orderWords)
  const format = useFormat()
  const { currency } = useSession().workspace
  return useMemo(() => {
    const link = (href: string, name: string | null) => <OwnerLink href={href} name={name} />
    const read = <Field extends RecordField<Row>>(field: Field) => ({ ...field, isReadOnly: true })
    return {
      number: read({ key: 'number', label: t('number'), type: 'text', width: 132, phone: 'title' }),
      contactId: read({
        ...contactReference.field('contactId', t('contactId')),
        operators: ['eq'],
        width: 176,
        phone: 'meta',
        render: row => row.contactId && link(`/contacts/${row.contactId}`, row.contactName),
      }),
      companyId: read({
        ...companyReference.field('companyId', t('companyId')),
        width: 160,
        render: row => row.companyId && link(`/companies/${row.companyId}`, row.companyName),
      }),
      moment: (key: 'placedAt' | 'returnedAt') =>
        read({
          key,
          label: t(key),
          type: 'date',
          isInstant: true,
          operators: ['gte', 'lt', 'lte', 'eq'],
          width: 112,
          sortable: true,
          phone: 'meta',
          render: row => {
            const at = (row as unknown as Record<typeof key, string>)[key]
            return (
              <span className="tabular" title={format.fullDateTime(at)}>
                {format.date(at)}
              </span>
            )
          },
        }),
      quantity: read({ key: 'quantity', label: t('quantity'), type: 'number', filterable: false, width: 84 }),
      /** In the currency it was paid in. */
      ownAmount: (key: string) =>
        read({
          key,
          label: t('amount'),
          type: 'money',
          filterable: false,
          width: 116,
          phone: 'trailing',
          render: row => <Money amount={row.amount} currency={row.currency} />,
        }),
      /** In the currency of the workspace. */
      amount: read({
        key: 'amount',
        label: t('amountIn', { currency }),
        type: 'money',
        currency,
        operators: ['gte', 'lte'],
        width: 136,
        render: row => <Money amount={row.baseAmount} currency={currency} />,
      }),
    }
  }, [t, format, currency])
}

export const orderRecord = webRecord<OrderRow, Order>(orderKind, {
  host: recordHost,
  endpoints: orderEndpoints,
  defaultSort: '-placedAt',
  useFields: useOrderFields,
  titleOf: ({ number }, one) => `${one} ${number}`,
})

/** Listed only; a return is recorded and taken back where its order is. */
export const returnRecord = webRecord<ReturnRow>(returnKind, {
  href: '/orders/returns',
  host: recordHost,
  endpoints: { list: listReturns },
  defaultSort: '-returnedAt',
  useFields: useReturnFields,
  titleOf: ({ number }, one) => `${one} ${number}`,
})
