import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call } from '../../../../ui/api/call.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { AddButton } from '../../../../ui/form/AddButton.tsx'
import { FieldPair, FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { IconButton } from '../../../../ui/layout/IconButton.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useFormat, useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { currencyOptions } from '../../../../ui/i18n/regions.ts'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { HolderLink } from '../../../../ui/record/HolderLink.tsx'
import { useChangeRecord } from '../../../../ui/record/use-change-record.ts'
import { useMayChange } from '../../../../ui/record/web-record.ts'
import type { ShownRecord } from '../../../../ui/screen/slots.ts'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { withGivenPrice } from '../policy.ts'
import { noVariant, productWords } from '../record.ts'
import { getProduct, type Product } from '../schema.ts'
import { usePriceText, webProduct } from './product-record.tsx'

const messages = defineMessages('products.variants-panel', {
  numbered: 'Variant {number}',
  add: 'Add variant',
  edit: 'Edit {name}',
  save: 'Save variant',
  remove: 'Remove {name}',
  removed: 'Variant removed',
  prices: 'Prices',
  newPrice: 'New price',
})

type Variant = Product['variants'][number]

/** The variants of a product with their prices. */
export default function VariantsPanel({ id, full }: ShownRecord) {
  const t = useMessages(messages)
  const words = useMessages(productWords)
  const format = useFormat()
  const priceText = usePriceText()
  const attempt = useAttempt()
  const change = useChangeRecord(webProduct)
  const { variants } = full as Product
  const mayWrite = useMayChange(webProduct, full as Product)
  const [edited, setEdited] = useState<Variant | null>(null)
  const save = (next: readonly Variant[]) => change(id, { variants: next })
  const remove = async (variant: Variant, at: number) => {
    // Undone among what the variants are by then.
    const undo = async () => save((await call(getProduct, { params: { id } })).variants.toSpliced(at, 0, variant))
    if (await attempt(save(variants.toSpliced(at, 1)))) toastUndo(t('removed'), undo)
  }
  const nameOf = ({ name, sku }: Variant, at: number) => name ?? sku ?? t('numbered', { number: format.number(at + 1) })
  const editedAt = variants.findIndex(variant => variant.id === edited?.id)
  return (
    <Section
      title={words('variants')}
      actions={mayWrite && <AddButton label={t('add')} onClick={() => setEdited({ ...noVariant, id: newId() })} />}
    >
      <ItemList label={words('variants')}>
        {variants.map((variant, at) => {
          const name = nameOf(variant, at)
          return (
            <ItemRow
              key={variant.id}
              title={name}
              detail={[variant.name && variant.sku, ...variant.prices.map(priceText)]}
              trailing={!variant.isActive && <StatusChip>{words('inactive')}</StatusChip>}
              actions={
                mayWrite && (
                  <>
                    <IconButton icon={IconPencil} label={t('edit', { name })} onClick={() => setEdited(variant)} />
                    <IconButton
                      icon={IconTrash}
                      label={t('remove', { name })}
                      disabled={variants.length === 1}
                      onClick={() => remove(variant, at)}
                    />
                  </>
                )
              }
            />
          )
        })}
      </ItemList>
      {edited && (
        <VariantDialog
          title={editedAt < 0 ? t('add') : t('edit', { name: nameOf(edited, editedAt) })}
          variant={edited}
          at={editedAt < 0 ? variants.length : editedAt}
          save={(next, at) => save(variants.toSpliced(at, 1, next))}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  )
}

interface VariantDialogProps {
  title: string
  variant: Variant
  /** Its place among all, by which the server names what it refuses. */
  at: number
  save: (variant: Variant, at: number) => Promise<unknown>
  onClose: () => void
}

function VariantDialog({ title, variant, at, save, onClose }: VariantDialogProps) {
  const t = useMessages(messages)
  const words = useMessages(productWords)
  const format = useFormat()
  const priceText = usePriceText()
  const currencies = currencyOptions(useLocale())
  const { currency } = useSession().workspace
  const costCurrency = variant.costCurrency ?? currency
  const form = useForm({
    initial: { ...variant, next: { currency, amount: null as number | null, from: null, to: null } },
    submit: async ({ next: { amount, ...span }, prices, ...values }) => {
      const priced = amount === null ? prices : withGivenPrice(prices, { ...span, amount }, format.dayKey(Date.now()))
      await save({ ...values, costCurrency: values.cost === null ? null : costCurrency, prices: priced }, at)
      onClose()
    },
  })
  const { prices, next } = form.values
  return (
    <FormDialog title={title} submitLabel={t('save')} form={form} onClose={onClose} size="md">
      <FieldPair>
        <FormField path="name" label={words('name')} autoFocus />
        <FormField path="sku" errorPath={`variants.${at}.sku`} label={words('sku')} />
      </FieldPair>
      <FieldPair>
        <FormField path="cost" label={words('cost')} type="money" currency={costCurrency} />
        <FormField path="isActive" label={words('isActive')} type="yesno" required />
      </FieldPair>
      <FormField path="prices" errorPath={`variants.${at}.prices`}>
        {({ onChange }) => (
          <ItemList label={t('prices')}>
            {prices.map(price => (
              <ItemRow
                key={priceText(price)}
                title={priceText(price)}
                actions={
                  <IconButton
                    icon={IconTrash}
                    label={t('remove', { name: priceText(price) })}
                    onClick={() => onChange(prices.filter(other => other !== price))}
                  />
                }
              />
            ))}
          </ItemList>
        )}
      </FormField>
      <FieldPair>
        <FormField path="next.amount" label={t('newPrice')} type="money" currency={next.currency} />
        <FormField path="next.currency" label={words('currency')} type="choice" options={currencies} required />
        <FormField path="next.from" label={words('from')} type="date" />
        <FormField path="next.to" label={words('to')} type="date" />
      </FieldPair>
      <HolderLink record={webProduct} problem={form.problem} />
    </FormDialog>
  )
}
