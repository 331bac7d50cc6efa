import { useMemo } from 'react'
import type { Field } from '../../../../ui/fields/field.ts'
import { useFormat, useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { currencyOptions } from '../../../../ui/i18n/regions.ts'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { NumberText } from '../../../../ui/values/NumberText.tsx'
import { useCan, useSession } from '../../../workspace/sign-in/web/public.tsx'
import { companyField } from '../../companies/web/public.tsx'
import { resolveContacts, searchContacts } from '../../contacts/web/public.tsx'
import { customColumns, useCustomFields, type CustomField } from '../../fields/web/public.tsx'
import { importField } from '../../imports/web/public.tsx'
import { orderStatuses, type OrderRow } from '../schema.ts'
import { OwnerLink } from './OwnerLink.tsx'
import { OrderStatus } from './OrderStatus.tsx'
import { orderWords } from './order-words.ts'
import { useChangeOrder } from './use-change-order.ts'

/** What lists of orders and returns are filtered by. */
export function useOrderFilters(): { filters: readonly Field[]; custom: readonly CustomField[]; status: Field } {
  const t = useMessages(orderWords)
  const locale = useLocale()
  const { currency } = useSession().workspace
  const mayImport = useCan()('imports:read')
  const custom = useCustomFields('order')
  return useMemo(() => {
    const status: Field = {
      key: 'status',
      label: t('status'),
      type: 'choice',
      operators: ['in', 'ne'],
      options: orderStatuses.map(value => ({ value, label: t(value) })),
    }
    const filters: Field[] = [
      status,
      {
        key: 'contactId',
        label: t('contactId'),
        type: 'contact',
        operators: ['eq'],
        search: searchContacts,
        resolve: resolveContacts,
      },
      companyField('companyId', t('companyId')),
      { key: 'placedAt', label: t('placedAt'), type: 'date', isInstant: true, operators: ['gte', 'lt', 'lte', 'eq'] },
      { key: 'amount', label: t('amountIn', { currency }), type: 'money', currency, operators: ['gte', 'lte'] },
      {
        key: 'currency',
        label: t('currency'),
        type: 'choice',
        operators: ['in', 'ne'],
        options: currencyOptions(locale),
      },
      { key: 'number', label: t('number'), type: 'text' },
      { key: 'source', label: t('source'), type: 'text' },
      ...(mayImport ? [importField(t('importId'))] : []),
      ...custom,
    ]
    return { filters, custom, status }
  }, [t, locale, currency, mayImport, custom])
}

export const hiddenColumns = ['source', 'sourceId']

/** The columns of a list of orders. */
export function useOrderColumns(status: Field, custom: readonly CustomField[]): readonly TableColumn<OrderRow>[] {
  const t = useMessages(orderWords)
  const format = useFormat()
  const { currency } = useSession().workspace
  const mayWrite = useCan()('orders:write')
  const change = useChangeOrder()
  return useMemo(() => {
    const list: TableColumn<OrderRow>[] = [
      { key: 'number', label: t('number'), width: 132, sortable: true, phone: 'title', render: row => row.number },
      {
        key: 'contactId',
        label: t('contactId'),
        width: 184,
        phone: 'meta',
        render: row => row.contactId && <OwnerLink href={`/contacts/${row.contactId}`} name={row.contactName} />,
      },
      {
        key: 'companyId',
        label: t('companyId'),
        width: 168,
        phone: 'hidden',
        render: row => row.companyId && <OwnerLink href={`/companies/${row.companyId}`} name={row.companyName} />,
      },
      {
        key: 'placedAt',
        label: t('placedAt'),
        width: 112,
        sortable: true,
        phone: 'meta',
        render: row => (
          <span className="tabular" title={format.fullDateTime(row.placedAt)}>
            {format.date(row.placedAt)}
          </span>
        ),
      },
      {
        key: 'status',
        label: t('status'),
        width: 112,
        phone: 'hidden',
        render: row => <OrderStatus status={row.status} />,
        edit: mayWrite
          ? {
              field: status,
              value: row => row.status,
              save: (row, value) => change(row.id, { status: value as OrderRow['status'] }),
            }
          : undefined,
      },
      {
        key: 'quantity',
        label: t('quantity'),
        width: 76,
        align: 'end',
        phone: 'hidden',
        render: row => row.quantity !== null && <NumberText value={row.quantity} />,
      },
      {
        key: 'orderAmount',
        label: t('amount'),
        width: 116,
        align: 'end',
        phone: 'trailing',
        render: row => <Money amount={row.amount} currency={row.currency} />,
      },
      {
        key: 'amount',
        label: t('baseAmount', { currency }),
        width: 108,
        align: 'end',
        sortable: true,
        phone: 'hidden',
        render: row => <Money amount={row.baseAmount} currency={currency} />,
      },
      { key: 'source', label: t('source'), width: 120, phone: 'hidden', render: row => row.source },
      { key: 'sourceId', label: t('sourceId'), width: 140, phone: 'hidden', render: row => row.sourceId },
    ]
    return [...list, ...customColumns<OrderRow>(custom, mayWrite ? (row, body) => change(row.id, body) : undefined)]
  }, [t, format, change, currency, mayWrite, status, custom])
}
