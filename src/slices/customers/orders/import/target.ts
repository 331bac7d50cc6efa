import { defineMessages, say } from '../../../../kernel/messages.ts'
import { formatMoney } from '../../../../kernel/money.ts'
import { createCompanies } from '../../companies/import/public.ts'
import { createContacts, describePerson, erasedBy } from '../../contacts/import/public.ts'
import { cellsOf, describedFields, targetsOf, type ImportTarget, type Mapping } from '../../imports/public.ts'
import { orderColumns } from './columns.ts'
import { emptyOrder, settleOrder, type OrderDraft, type RawOrder } from './row.ts'
import { hasItems, importOrders, negativesAreReturns } from './write.ts'

const words = defineMessages('orders.import-target', {
  noDate: 'Say which column is the date of an order.',
  noAmount: 'Say which column is the amount of an order, or the name and the price of its items.',
})

const personTargets = {
  externalId: 'customerId',
  email: 'customerEmail',
  phone: 'customerPhone',
  name: 'customerName',
  firstName: 'customerFirstName',
  lastName: 'customerLastName',
  country: 'customerCountry',
  company: 'company',
}

export const orderImport: ImportTarget<OrderDraft, RawOrder> = {
  columns: orderColumns,
  nouns: ['order', 'orders', 'objednavky', 'bestellungen'],
  questions: [createCompanies, createContacts, negativesAreReturns],
  ownExport: {
    known: ['id & number & baseamount & exchangerate'],
    columns: { customerId: 'contactid' },
    leftOut: 'baseamount|exchangerate|createdat',
  },
  byValue: { email: 'customerEmail', phone: 'customerPhone', country: 'customerCountry' },
  likeness(found) {
    const orders = found('orders')
    const hasAny = (...keys: string[]) => keys.some(key => orders.has(key))
    const isSale = hasAny('amount', 'itemUnitAmount', 'itemAmount') && hasAny('placedAt', 'number')
    return isSale && hasAny('customerId', 'customerEmail', 'customerName', 'customerPhone', 'number') ? 4 : 0
  },
  settleMapping: settleItems,
  missing: targets => [
    ...(targets.has('placedAt') ? [] : [say(words, 'noDate')]),
    ...(targets.has('amount') || (hasItems(targets) && (targets.has('itemAmount') || targets.has('itemUnitAmount')))
      ? []
      : [say(words, 'noAmount')]),
  ],
  empty: emptyOrder,
  customFields: raw => raw.fields,
  settle: settleOrder,
  groupKey: ({ mapping }) => (hasItems(targetsOf(mapping)) ? cellsOf(mapping, 'externalId', 'number') : null),
  describe(order, locale) {
    const money = (amount: number | null | undefined) =>
      amount === null || amount === undefined ? null : formatMoney(amount, order.currency, locale)
    return [
      ['number', order.number],
      ['placedAt', order.placedAt.toISOString()],
      ['amount', money(order.amount)],
      ['quantity', order.quantity?.toString()],
      ['status', order.status],
      ['itemSku', order.item?.sku],
      ['itemName', order.item?.name],
      ['itemQuantity', order.item?.quantity.toString()],
      ['itemAmount', money(order.item?.amount)],
      ...describePerson(order.customer, personTargets),
      ['returnOf', order.returnOf],
      ['returnReason', order.returnReason],
      ...describedFields(order.fields),
    ]
  },
  findErased: erasedBy(({ customer }) => customer),
  write: importOrders,
}

/** In a file with one row an item, the quantity is the item's; a price without any item is the order's amount. */
function settleItems(mapping: Mapping): void {
  const targets = targetsOf(mapping)
  const move = (from: string, to: string) => {
    if (targets.has(from) && !targets.has(to))
      mapping[mapping.findIndex(mapped => mapped?.target === from)] = { target: to }
  }
  if (hasItems(targets)) move('quantity', 'itemQuantity')
  else {
    move('itemUnitAmount', 'amount')
    move('itemQuantity', 'quantity')
  }
}
