import { defineMessages } from '../../../../kernel/messages.ts'
import { FormField } from '../../../../ui/form/Form.tsx'
import { startOfDay } from '../../../../ui/i18n/day-bounds.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { RecordCreateDialog } from '../../../../ui/record/RecordCreateDialog.tsx'
import type { CreateProps } from '../../../../ui/record/RecordList.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { emptyItem, isFilled, ItemsEditor, type ItemDraft } from './ItemsEditor.tsx'
import { webOrder } from './order-record.tsx'

const messages = defineMessages('orders.create-order-dialog', { items: 'Items' })

export function CreateOrderDialog(dialog: CreateProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { workspace } = useSession()
  const today = format.dayKey(Date.now())
  return (
    <RecordCreateDialog
      record={webOrder}
      rows={[['contactId', 'companyId'], ['number', 'placedAt'], ['currency']]}
      initial={{ placedAt: today, currency: workspace.currency, items: [emptyItem] }}
      bodyOf={({ placedAt, items, ...values }) => ({
        ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== '')),
        placedAt: placedAt === null || placedAt === today ? undefined : startOfDay(String(placedAt), format.timeZone),
        items: (items as ItemDraft[])
          .filter(isFilled)
          .map(({ itemOf: _, unitAmount, ...item }) => ({ ...item, ...(unitAmount !== null && { unitAmount }) })),
      })}
      {...dialog}
    >
      {({ values, errors }) => (
        <FormField path="items">
          {({ value, onChange }) => (
            <ItemsEditor
              label={t('items')}
              items={value as readonly ItemDraft[]}
              currency={String(values.currency)}
              onChange={onChange}
              errors={errors}
            />
          )}
        </FormField>
      )}
    </RecordCreateDialog>
  )
}
