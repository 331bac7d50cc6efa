import { Autocomplete } from '@mantine/core'
import { useState } from 'react'
import { OptionLine } from '../../../../ui/form/OptionList.tsx'
import { useSearchOptions } from '../../../../ui/form/use-search-options.ts'
import { useFormat } from '../../../../ui/i18n/i18n.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { useSold, type SoldItem } from './public.ts'

export interface ItemNameProps {
  label: string
  value: string
  currency: string
  error?: string
  onChange: (item: Partial<SoldItem>) => void
}

/** What an item is: typed, or chosen from what is sold with its SKU and its price of today. */
export function ItemName({ label, value, currency, error, onChange }: ItemNameProps) {
  const format = useFormat()
  const attempt = useAttempt()
  const [isTyping, setTyping] = useState(false)
  const { options } = useSearchOptions(useSold(), value, isTyping && value !== '')
  const choose = async (id: string) => {
    const item = await options.find(option => option.value === id)!.itemOf(currency, format.dayKey(Date.now()))
    onChange(item.unitAmount === null ? { sku: item.sku, name: item.name } : item)
  }
  return (
    <Autocomplete
      aria-label={label}
      value={value}
      error={error}
      data={value === '' ? [] : options.map(({ value, label }) => ({ value, label }))}
      filter={({ options: found }) => found}
      renderOption={({ option }) => <OptionLine option={options.find(({ value }) => value === option.value)!} />}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
      onChange={name => onChange({ name, sku: null })}
      onOptionSubmit={id => void attempt(choose(id))}
    />
  )
}
