import { IconTruckReturn } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { RecordFields } from '../../../../ui/record/RecordFields.tsx'
import { Money } from '../../../../ui/values/Money.tsx'
import { useCan, useSession } from '../../../workspace/sign-in/web/public.tsx'
import type { Order } from '../schema.ts'
import { OrderItems } from './OrderItems.tsx'
import { webOrder } from './order-record.tsx'
import { OrderReturns } from './OrderReturns.tsx'
import { orderWords } from '../record.ts'
import { ReturnDialog } from './ReturnDialog.tsx'
import classes from './Orders.module.css'

const messages = defineMessages('orders.order-body', {
  base: '{amount} at {rate}',
  items: 'Items',
  record: 'Record return',
})

/** An order whole: its amount, whose it is, its items and what came back. */
export function OrderBody({ full: order }: { full: Order }) {
  const t = useMessages(messages)
  const words = useMessages(orderWords)
  const format = useFormat()
  const { currency } = useSession().workspace
  const mayWrite = useCan()('orders:write') && order.deletedAt === null
  const [returning, setReturning] = useState(false)
  const known = (key: 'contactId' | 'companyId' | 'quantity') => (order[key] === null ? [] : [key])
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
      </div>
      <RecordFields
        record={webOrder}
        full={order}
        always={[...known('contactId'), ...known('companyId'), 'placedAt', 'status', ...known('quantity')]}
        rest={order.source === 'manual' || order.sourceId === order.number ? [] : ['sourceId']}
        texts={{
          contactId: order.contactName,
          companyId: order.companyName,
          placedAt: format.dateTime(order.placedAt),
        }}
      />
      {order.items.length > 0 && (
        <Section title={t('items')}>
          <OrderItems order={order} />
        </Section>
      )}
      <Section
        title={words('returns')}
        actions={
          mayWrite && <SmallButton label={t('record')} icon={IconTruckReturn} onClick={() => setReturning(true)} />
        }
      >
        <OrderReturns order={order} mayWrite={mayWrite} />
      </Section>
      {returning && <ReturnDialog order={order} onClose={() => setReturning(false)} />}
    </>
  )
}
