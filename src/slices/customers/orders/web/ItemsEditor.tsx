import { Input } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useId, useRef, type ReactNode } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { FieldInput } from '../../../../ui/fields/FieldInput.tsx'
import { AddButton } from '../../../../ui/form/AddButton.tsx'
import { IconButton } from '../../../../ui/layout/IconButton.tsx'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Money } from '../../../../ui/values/Money.tsx'
import { ItemName } from './ItemName.tsx'
import { itemWords } from './item-words.ts'
import type { SoldOption } from './public.ts'
import classes from './Orders.module.css'

const messages = defineMessages('orders.items-editor', {
  name: 'Name of item {number}',
  quantity: 'Pieces of item {number}',
  unit: 'Price of one of item {number}',
  remove: 'Remove item {number}',
  add: 'Add item',
  price: 'Price each',
})

export interface ItemDraft {
  sku: string | null
  /** What it was chosen from says what it costs, in another currency too. */
  itemOf?: SoldOption['itemOf']
  name: string
  quantity: number
  unitAmount: number | null
}

export const emptyItem: ItemDraft = { sku: null, name: '', quantity: 1, unitAmount: null }

/** Others are not sent. */
export const isFilled = ({ name, unitAmount }: ItemDraft) => name.trim() !== '' || unitAmount !== null

export interface ItemsEditorProps {
  label: string
  items: readonly ItemDraft[]
  currency: string
  onChange: (items: ItemDraft[]) => void
  /** By path, `items.0.name`, of those that are sent. */
  errors: Readonly<Record<string, string>>
}

/** The lines of an order: what, how many, at which price. */
export function ItemsEditor({ label, items, currency, onChange, errors }: ItemsEditorProps) {
  const t = useMessages(messages)
  const words = useMessages(itemWords)
  const id = useId()
  const latest = useRef(items)
  latest.current = items
  const set = (index: number, change: Partial<ItemDraft>) =>
    onChange(latest.current.map((item, at) => (at === index ? { ...item, ...change } : item)))
  const day = useFormat().dayKey(Date.now())
  const askPrices = useEffectEvent((currency: string) => {
    for (const [index, { itemOf }] of items.entries())
      itemOf?.(currency, day).then(
        ({ unitAmount }) => set(index, { unitAmount }),
        () => set(index, { unitAmount: null }),
      )
  })
  useEffect(() => askPrices(currency), [currency])
  const sum = items.reduce((total, item) => total + item.quantity * (item.unitAmount ?? 0), 0)
  return (
    <Input.Wrapper label={label} labelProps={{ id, component: 'div' }} error={errors.items}>
      <div role="group" aria-labelledby={id}>
        {items.map((item, index) => {
          const number = index + 1
          const sent = `items.${items.slice(0, index).filter(isFilled).length}`
          return (
            <div key={index} className={classes.line}>
              <Headed heading={words('item')}>
                <ItemName
                  label={t('name', { number })}
                  value={item.name}
                  itemOfToday={itemOf => itemOf(currency, day)}
                  onChange={change => set(index, change)}
                  error={errors[`${sent}.name`]}
                />
              </Headed>
              <Headed heading={words('quantity')}>
                <FieldInput
                  field={{ key: 'quantity', label: '', type: 'number' }}
                  aria-label={t('quantity', { number })}
                  value={item.quantity}
                  onChange={value => set(index, { quantity: Number(value ?? 1) })}
                  error={errors[`${sent}.quantity`]}
                />
              </Headed>
              <Headed heading={t('price')}>
                <FieldInput
                  key={currency}
                  field={{ key: 'unitAmount', label: '', type: 'money', currency }}
                  aria-label={t('unit', { number })}
                  value={item.unitAmount}
                  onChange={value => set(index, { unitAmount: value === null ? null : Number(value) })}
                  error={errors[`${sent}.unitAmount`] ?? errors[`${sent}.amount`]}
                />
              </Headed>
              <Headed heading={'\u00A0'}>
                <IconButton
                  icon={IconTrash}
                  label={t('remove', { number })}
                  disabled={items.length === 1}
                  onClick={() => onChange(items.filter((_, at) => at !== index))}
                />
              </Headed>
            </div>
          )
        })}
      </div>
      <AddButton label={t('add')} onClick={() => onChange([...items, emptyItem])} />
      <div className={classes.sum}>
        <span>{words('sum')}</span>
        <Money amount={sum} currency={currency} />
      </div>
    </Input.Wrapper>
  )
}

/** A field below what its column is called; the first line says it, on a phone each, where it says it of numbers. */
function Headed({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <div>
      <span className={classes.heading} aria-hidden>
        {heading}
      </span>
      {children}
    </div>
  )
}
