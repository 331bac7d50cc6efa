import { useMemo } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { startOfDay } from '../../../../ui/i18n/day-bounds.ts'
import { useFormat, useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { currencyOptions } from '../../../../ui/i18n/regions.ts'
import type { CreateProps } from '../../../../ui/record/RecordList.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { companyReference } from '../../companies/web/public.tsx'
import { contactReference } from '../../contacts/web/public.tsx'
import { createOrder } from '../schema.ts'
import { ItemsEditor, type ItemDraft } from './ItemsEditor.tsx'
import classes from './Orders.module.css'
import { orderWords } from './order-words.ts'

const messages = defineMessages('orders.create-order-dialog', { create: 'Create order', items: 'Items' })

const emptyItem: ItemDraft = { name: '', quantity: 1, unitAmount: null }

export default function CreateOrderDialog({ onClose, onCreated }: CreateProps) {
  const t = useMessages(messages)
  const words = useMessages(orderWords)
  const locale = useLocale()
  const format = useFormat()
  const { workspace } = useSession()
  const create = useCommand(createOrder)
  const currencies = useMemo(() => currencyOptions(locale), [locale])
  const today = format.dayKey(Date.now())
  const form = useForm({
    initial: {
      number: null as string | null,
      contactId: null as string | null,
      companyId: null as string | null,
      placedAt: today as string | null,
      currency: workspace.currency,
      items: [emptyItem] as readonly ItemDraft[],
    },
    submit: async ({ number, contactId, companyId, placedAt, currency, items }) =>
      onCreated(
        await create.run({
          body: {
            number: number ?? undefined,
            contactId: contactId ?? undefined,
            companyId: companyId ?? undefined,
            placedAt: placedAt === null || placedAt === today ? undefined : startOfDay(placedAt, format.timeZone),
            currency,
            items: items
              .filter(item => item.name.trim() !== '' || item.unitAmount !== null)
              .map(({ name, quantity, unitAmount }) => ({ name, quantity, unitAmount: unitAmount ?? 0 })),
          },
        }),
      ),
  })
  const { currency } = form.values
  return (
    <FormDialog form={form} title={t('create')} onClose={onClose} size="lg">
      <div className={classes.row}>
        <FormField field={contactReference.field('contactId', words('contactId'))} autoFocus />
        <FormField field={companyReference.field('companyId', words('companyId'))} />
      </div>
      <div className={classes.row}>
        <FormField path="number" label={words('number')} />
        <FormField path="placedAt" label={words('placedAt')} type="date" />
      </div>
      <FormField path="currency" label={words('currency')} type="choice" options={currencies} required />
      <FormField path="items">
        {({ value, onChange }) => (
          <ItemsEditor
            label={t('items')}
            items={value as readonly ItemDraft[]}
            currency={currency}
            onChange={onChange}
            errors={form.errors}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
