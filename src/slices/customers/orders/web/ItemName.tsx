import { Autocomplete } from '@mantine/core'
import { useState } from 'react'
import { OptionLine } from '../../../../ui/form/OptionList.tsx'
import { useSearchOptions } from '../../../../ui/form/use-search-options.ts'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { useSold, type SoldItem, type SoldOption } from './public.ts'

export interface ItemNameProps {
  label: string
  value: string
  itemOfToday: (itemOf: SoldOption['itemOf']) => Promise<SoldItem>
  error?: string
  onChange: (item: Partial<SoldItem & Pick<SoldOption, 'itemOf'>>) => void
}

/** What an item is: typed, or chosen from what is sold with its SKU and its price of today. */
export function ItemName({ label, value, itemOfToday, error, onChange }: ItemNameProps) {
  const attempt = useAttempt()
  const [isTyping, setTyping] = useState(false)
  const { options } = useSearchOptions(useSold(), value, isTyping && value !== '')
  const choose = async (id: string) => {
    const { itemOf } = options.find(option => option.value === id)!
    onChange({ ...(await itemOfToday(itemOf)), itemOf })
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
      onChange={name => onChange({ name, sku: null, itemOf: undefined })}
      onOptionSubmit={id => void attempt(choose(id))}
    />
  )
}
