import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call } from '../../../../ui/api/call.ts'
import { refusedField } from '../../../../ui/api/problem-error.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { EditableFacts, type EditableFact } from '../../../../ui/fields/EditableFacts.tsx'
import type { Field, FieldValue } from '../../../../ui/fields/field.ts'
import { useFieldWords } from '../../../../ui/fields/use-field-words.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { RemoveButton } from '../../../../ui/form/RemoveButton.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useFormat, useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { currencyOptions } from '../../../../ui/i18n/regions.ts'
import { Section } from '../../../../ui/layout/Section.tsx'
import { useChangeRecord } from '../../../../ui/record/use-change-record.ts'
import { useMayWrite } from '../../../../ui/record/web-record.ts'
import type { ShownRecord } from '../../../../ui/screen/slots.ts'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { withPrice, withoutPrice } from '../policy.ts'
import { noVariant, productWords } from '../record.ts'
import { getProduct, type Product } from '../schema.ts'
import { webProduct } from './product-record.tsx'
import classes from './VariantsPanel.module.css'

const messages = defineMessages('products.variants-panel', {
  span: 'Price in {currency}{from, select, none {} other { from {from}}}{to, select, none {} other {, ends before {to}}}',
  numbered: 'Variant {number}',
  addVariant: 'Add variant',
  removeVariant: 'Remove variant',
  variantRemoved: 'Variant removed',
  addPrice: 'Add price',
  changePrice: 'Change price',
  removePrice: 'Remove price',
  priceRemoved: 'Price removed',
  amountMissing: 'Say what one costs.',
})

type Variant = Product['variants'][number]
type Price = Variant['prices'][number]

const changed = (variants: Variant[], { id }: Variant, change: (variant: Variant) => Partial<Variant>) =>
  variants.map(variant => (variant.id === id ? { ...variant, ...change(variant) } : variant))

/** The variants of a product with their prices, edited where they stand. */
export default function VariantsPanel({ id, full }: ShownRecord) {
  const t = useMessages(messages)
  const attempt = useAttempt()
  const change = useChangeRecord(webProduct)
  const { variants, deletedAt } = full as Product
  const mayWrite = useMayWrite(webProduct) && deletedAt === null
  const save = (next: readonly Partial<Variant>[]) => change(id, { variants: next })
  /** Undone among what the variants are by then. */
  const remove = async (said: string, next: Variant[], undone: (now: Variant[]) => Variant[]) => {
    if (await attempt(save(next)))
      toastUndo(said, async () => save(undone((await call(getProduct, { params: { id } })).variants)))
  }
  return (
    <div className={classes.variants}>
      {variants.map((variant, at) => (
        <VariantSection
          key={variant.id}
          variant={variant}
          number={at + 1}
          save={mayWrite ? change => save(changed(variants, variant, () => change)) : undefined}
          removePrice={price =>
            void remove(
              t('priceRemoved'),
              changed(variants, variant, ({ prices }) => ({ prices: withoutPrice(prices, price) })),
              now => changed(now, variant, ({ prices }) => ({ prices: withPrice(prices, price) })),
            )
          }
          remove={
            mayWrite && variants.length > 1
              ? () => void remove(t('variantRemoved'), variants.toSpliced(at, 1), now => now.toSpliced(at, 0, variant))
              : undefined
          }
        />
      ))}
      {mayWrite && (
        <Button
          size="xs"
          variant="default"
          mt="md"
          leftSection={<IconPlus size={15} />}
          onClick={() => void attempt(save([...variants, { ...noVariant, id: newId() }]))}
        >
          {t('addVariant')}
        </Button>
      )}
    </div>
  )
}

interface VariantSectionProps {
  variant: Variant
  /** What a variant without a name and SKU is called by. */
  number: number
  save: ((change: Partial<Variant>) => Promise<unknown>) | undefined
  removePrice: (price: Price) => void
  remove: (() => void) | undefined
}

function VariantSection({ variant, number, save, removePrice, remove }: VariantSectionProps) {
  const t = useMessages(messages)
  const words = useMessages(productWords)
  const format = useFormat()
  const read = useFieldWords()
  const { currency } = useSession().workspace
  const [pricing, setPricing] = useState<Price | 'new' | null>(null)
  const { prices, costCurrency } = variant
  const of = costCurrency ?? currency
  const fact = (field: Field, value: FieldValue, change: (value: FieldValue) => Partial<Variant>): EditableFact => ({
    field,
    value,
    text: read(field, value),
    save: save && (next => save(change(next))),
    always: true,
  })
  const plain = (key: 'sku' | 'name' | 'isActive', label: string, type: Field['type']) =>
    fact({ key, label, type }, variant[key], value => ({ [key]: value }))
  const spanOf = ({ currency, from, to }: Price) =>
    t('span', { currency, from: from ? format.day(from) : 'none', to: to ? format.day(to) : 'none' })
  const priced = (price: Price, at: number): EditableFact => ({
    field: { key: `price${at}`, label: spanOf(price), type: 'money' },
    value: price.amount,
    text: format.money(price.amount, price.currency),
    open: save && (() => setPricing(price)),
  })
  return (
    <Section
      title={variant.name ?? variant.sku ?? t('numbered', { number: format.number(number) })}
      actions={
        save && (
          <>
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              onClick={() => setPricing('new')}
            >
              {t('addPrice')}
            </Button>
            {remove && (
              <ActionIcon aria-label={t('removeVariant')} title={t('removeVariant')} onClick={remove}>
                <IconTrash size={16} />
              </ActionIcon>
            )}
          </>
        )
      }
    >
      <EditableFacts
        facts={[
          plain('sku', words('sku'), 'text'),
          plain('name', words('name'), 'text'),
          ...prices.map(priced),
          fact({ key: 'cost', label: words('cost'), type: 'money', currency: of }, variant.cost, cost => ({
            cost: cost as number | null,
            costCurrency: of,
          })),
          plain('isActive', words('isActive'), 'yesno'),
        ]}
      />
      {pricing && (
        <PriceDialog
          price={pricing === 'new' ? null : pricing}
          save={price =>
            save!({ prices: withPrice(pricing === 'new' ? prices : withoutPrice(prices, pricing), price) })
          }
          remove={removePrice}
          onClose={() => setPricing(null)}
        />
      )}
    </Section>
  )
}

interface PriceDialogProps {
  /** Null: a new one. */
  price: Price | null
  save: (price: Price) => Promise<unknown>
  remove: (price: Price) => void
  onClose: () => void
}

function PriceDialog({ price, save, remove, onClose }: PriceDialogProps) {
  const t = useMessages(messages)
  const words = useMessages(productWords)
  const locale = useLocale()
  const { currency } = useSession().workspace
  const form = useForm({
    initial: price ?? { currency, amount: null as number | null, from: null, to: null },
    submit: async ({ amount, ...span }) => {
      if (amount === null) throw refusedField('amount', t('amountMissing'))
      await save({ ...span, amount })
      onClose()
    },
  })
  return (
    <FormDialog title={t(price ? 'changePrice' : 'addPrice')} form={form} onClose={onClose}>
      <FormField path="amount" label={words('price')} type="money" currency={form.values.currency} required autoFocus />
      <FormField path="currency" label={words('currency')} type="choice" options={currencyOptions(locale)} required />
      <FormField path="from" label={words('from')} type="date" />
      <FormField path="to" label={words('to')} type="date" />
      {price && (
        <RemoveButton
          label={t('removePrice')}
          onClick={() => {
            onClose()
            remove(price)
          }}
        />
      )}
    </FormDialog>
  )
}
