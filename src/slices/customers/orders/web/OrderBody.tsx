import { Button } from '@mantine/core'
import { IconArrowBackUp, IconTrash, IconTruckReturn } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { EditableFacts, type EditableFact } from '../../../../ui/fields/EditableFacts.tsx'
import type { Field, FieldValue } from '../../../../ui/fields/field.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { useCan, useSession } from '../../../workspace/sign-in/web/public.tsx'
import { CustomText, customChange, customValue } from '../../fields/web/public.tsx'
import { deleteOrder, restoreOrder, type Order } from '../schema.ts'
import { OrderItems } from './OrderItems.tsx'
import { OrderReturns } from './OrderReturns.tsx'
import classes from './Orders.module.css'
import { OrderStatus } from './OrderStatus.tsx'
import { orderWords } from './order-words.ts'
import { ReturnDialog } from './ReturnDialog.tsx'
import { useChangeOrder } from './use-change-order.ts'
import { useOrderFilters } from './use-order-columns.tsx'

const messages = defineMessages('orders.order-body', {
  base: '{amount} at {rate}',
  items: 'Items',
  record: 'Record return',
  delete: 'Delete order',
  deleted: 'Order {number} moved to the bin.',
  inBin: 'In the bin',
  restore: 'Restore order',
})

/** An order whole: its amount, whose it is, its items and what came back. */
export function OrderBody({ order }: { order: Order }) {
  const t = useMessages(messages)
  const words = useMessages(orderWords)
  const format = useFormat()
  const attempt = useAttempt()
  const { currency } = useSession().workspace
  const isDeleted = order.deletedAt !== null
  const can = useCan()
  const mayWrite = can('orders:write') && !isDeleted
  const { status, custom } = useOrderFilters()
  const change = useChangeOrder()
  const refreshes = ['orders', 'contacts', 'companies', 'timeline']
  const remove = useCommand(deleteOrder, {
    refreshes,
    optimistic: (cache, { params }) => cache.remove('orders', [params.id]),
  })
  const restore = useCommand(restoreOrder, { refreshes })
  const [returning, setReturning] = useState(false)
  const { id, number } = order

  const bin = async () => {
    if (await attempt(remove.run({ params: { id } })))
      toastUndo(t('deleted', { number }), () => restore.run({ params: { id } }))
  }
  const read = (field: Field, value: FieldValue, text: EditableFact['text']): EditableFact => ({ field, value, text })
  const plain = (key: 'contactId' | 'companyId' | 'placedAt' | 'quantity' | 'source' | 'sourceId'): Field => ({
    key,
    label: words(key),
    type: 'text',
  })
  const facts: EditableFact[] = [
    read(
      plain('contactId'),
      order.contactId,
      order.contactId && (
        <Link className={classes.name} href={`/contacts/${order.contactId}`}>
          {order.contactName}
        </Link>
      ),
    ),
    read(
      plain('companyId'),
      order.companyId,
      order.companyId && (
        <Link className={classes.name} href={`/companies/${order.companyId}`}>
          {order.companyName}
        </Link>
      ),
    ),
    read(plain('placedAt'), order.placedAt, format.dateTime(order.placedAt)),
    {
      field: status,
      value: order.status,
      text: <OrderStatus status={order.status} />,
      save: mayWrite ? value => change(id, { status: value as Order['status'] }) : undefined,
      always: true,
    },
    read(plain('quantity'), order.quantity, order.quantity !== null && format.number(order.quantity)),
    ...custom.map(field => ({
      field,
      value: customValue(order, field),
      text: <CustomText field={field} value={customValue(order, field)} />,
      save: mayWrite ? (value: FieldValue) => change(id, customChange(field, value)) : undefined,
    })),
    read(plain('source'), order.source, order.source),
    ...(order.sourceId === number ? [] : [read(plain('sourceId'), order.sourceId, order.sourceId)]),
  ]
  return (
    <>
      <div className={classes.total}>
        <span className={classes.amount}>
          <Money amount={order.amount} currency={order.currency} />
        </span>
        {order.currency !== currency && (
          <span className={classes.base}>
            {t('base', {
              amount: format.money(order.baseAmount, currency),
              rate: format.number(order.exchangeRate, { maximumFractionDigits: 6 }),
            })}
          </span>
        )}
        {isDeleted && <StatusChip tone="danger">{t('inBin')}</StatusChip>}
      </div>
      <EditableFacts facts={facts} />
      {order.items.length > 0 && (
        <Section title={t('items')}>
          <OrderItems order={order} />
        </Section>
      )}
      <Section
        title={words('returns')}
        actions={
          mayWrite && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconTruckReturn size={15} />}
              onClick={() => setReturning(true)}
            >
              {t('record')}
            </Button>
          )
        }
      >
        <OrderReturns order={order} mayWrite={mayWrite} />
      </Section>
      {can('orders:write') && (
        <div className={classes.end}>
          {isDeleted ? (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={15} />}
              onClick={() => void attempt(restore.run({ params: { id } }))}
            >
              {t('restore')}
            </Button>
          ) : (
            <Button variant="subtle" color="red" leftSection={<IconTrash size={15} />} onClick={() => void bin()}>
              {t('delete')}
            </Button>
          )}
        </div>
      )}
      {returning && <ReturnDialog order={order} onClose={() => setReturning(false)} />}
    </>
  )
}
