import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Slot } from '../../../../ui/screen/Slot.tsx'
import type { Order } from '../schema.ts'
import { itemWords } from './item-words.ts'
import classes from './Orders.module.css'

export function OrderItems({ order }: { order: Order }) {
  const t = useMessages(itemWords)
  const format = useFormat()
  const skus = [...new Set(order.items.flatMap(({ sku }) => sku ?? []))]
  const money = (amount: number) => format.money(amount, order.currency)
  return (
    <table className={classes.items}>
      <thead>
        <tr>
          <th scope="col">{t('item')}</th>
          <th scope="col">{t('quantity')}</th>
          <th scope="col">{t('unit')}</th>
          <th scope="col">{t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {order.items.map((item, index) => (
          <tr key={index}>
            <td>
              <Slot name="order.item" props={{ item, skus }} fallback={item.name} otherwise={item.name} />
              {item.sku && <span className={classes.sku}>{item.sku}</span>}
            </td>
            <td>{format.number(item.quantity)}</td>
            <td>{money(item.unitAmount)}</td>
            <td>{money(item.amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t('sum')}
          </th>
          <td>{money(order.items.reduce((sum, item) => sum + item.amount, 0))}</td>
        </tr>
      </tfoot>
    </table>
  )
}
