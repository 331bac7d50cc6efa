import { IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { IconButton } from '../../../../ui/layout/IconButton.tsx'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Money } from '../../../../ui/values/Money.tsx'
import { deleteReturn, restoreReturn, type Order } from '../schema.ts'
import { orderWords } from '../record.ts'

const messages = defineMessages('orders.order-returns', {
  empty: 'What comes back of this order appears here.',
  pieces: '{count, plural, one {# piece} other {# pieces}}',
  delete: 'Delete return {number}',
  deleted: 'Return {number} deleted.',
})

export function OrderReturns({ order, mayWrite }: { order: Order; mayWrite: boolean }) {
  const t = useMessages(messages)
  const words = useMessages(orderWords)
  const format = useFormat()
  const remove = useCommand(deleteReturn)
  const restore = useCommand(restoreReturn)
  if (order.returns.length === 0) return <EmptyState title={t('empty')} compact />
  const drop = (id: string, number: string) =>
    remove.attempt({ params: { id } }, () => toastUndo(t('deleted', { number }), () => restore.run({ params: { id } })))
  return (
    <ItemList label={words('returns')}>
      {order.returns.map(({ id, number, returnedAt, amount, quantity, reason }) => (
        <ItemRow
          key={id}
          title={format.date(returnedAt)}
          detail={[
            reason,
            quantity !== null && t('pieces', { count: quantity }),
            number === order.number ? null : number,
          ]}
          trailing={<Money amount={-amount} currency={order.currency} />}
          actions={
            mayWrite && <IconButton icon={IconTrash} label={t('delete', { number })} onClick={() => drop(id, number)} />
          }
        />
      ))}
    </ItemList>
  )
}
