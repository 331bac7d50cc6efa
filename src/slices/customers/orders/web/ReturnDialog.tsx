import { defineMessages } from '../../../../kernel/messages.ts'
import { refusedField } from '../../../../ui/api/problem-error.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { startOfDay } from '../../../../ui/i18n/day-bounds.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { deleteReturn, returnOrder, type Order } from '../schema.ts'
import { orderWords } from '../record.ts'

const messages = defineMessages('orders.return-dialog', {
  title: 'Return of order {number}',
  amount: 'Given back',
  amountMissing: 'Say how much the customer was given back.',
  submit: 'Record return',
  done: 'Return recorded.',
})

/** What came back of an order, and what the customer was given for it. */
export function ReturnDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(orderWords)
  const format = useFormat()
  const create = useCommand(returnOrder)
  const remove = useCommand(deleteReturn)
  const before = order.returns.reduce((sum, returned) => sum + returned.amount, 0)
  const today = format.dayKey(Date.now())
  const form = useForm({
    initial: {
      amount: Math.max(0, order.amount - before) as number | null,
      quantity: null as number | null,
      returnedAt: today as string | null,
      reason: null as string | null,
    },
    submit: async ({ amount, quantity, returnedAt, reason }) => {
      if (amount === null) throw refusedField('amount', t('amountMissing'))
      const at = returnedAt === null || returnedAt === today ? undefined : startOfDay(returnedAt, format.timeZone)
      const made = await create.run({
        params: { id: order.id },
        body: { amount, quantity: quantity ?? undefined, returnedAt: at, reason },
      })
      onClose()
      toastUndo(t('done'), () => remove.run({ params: { id: made.id } }))
    },
  })
  return (
    <FormDialog form={form} title={t('title', { number: order.number })} submitLabel={t('submit')} onClose={onClose}>
      <FormField path="amount" label={t('amount')} type="money" currency={order.currency} required autoFocus />
      <FormField path="quantity" label={words('quantity')} type="number" />
      <FormField path="returnedAt" label={words('returnedAt')} type="date" />
      <FormField path="reason" label={words('reason')} />
    </FormDialog>
  )
}
