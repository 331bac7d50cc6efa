import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { AddButton } from '../../../../ui/form/AddButton.tsx'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { IconButton } from '../../../../ui/layout/IconButton.tsx'
import { useFormat, useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { currencyOptions } from '../../../../ui/i18n/regions.ts'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { useCan } from '../../sign-in/web/public.tsx'
import { listExchangeRates, setExchangeRates, type ExchangeRate } from '../schema.ts'

const messages = defineMessages('settings.exchange-rates', {
  title: 'Exchange rates',
  lead: 'New amounts in another currency are converted at these rates. Amounts recorded before keep theirs.',
  empty: 'Rates of the currencies you sell in appear here.',
  one: '1 {from} = {rate} {to}',
  add: 'Add rate',
  currency: 'Currency',
  rate: 'In {currency}',
  remove: 'Remove the rate of {currency}',
  saved: 'Rate of {currency} saved',
  removed: 'Rate of {currency} removed',
})

type Rate = Pick<ExchangeRate, 'currency' | 'rate'>

const none: readonly ExchangeRate[] = []

/** Units of the workspace's currency for one of another. */
export function ExchangeRates({ currency: base }: { currency: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const canChange = useCan()('settings:manage')
  const rates = useEndpoint(listExchangeRates, {}).data?.items ?? none
  const save = useCommand(setExchangeRates)
  const [adding, setAdding] = useState(false)
  const current = rates.map(({ currency, rate }) => ({ currency, rate }))
  const without = (currency: string) => current.filter(other => other.currency !== currency)
  const put = (items: Rate[]) => save.run({ body: { items } })
  const remove = (currency: string) =>
    save.attempt({ body: { items: without(currency) } }, () =>
      toastUndo(t('removed', { currency }), () => put(current)),
    )
  return (
    <Section
      title={t('title')}
      description={t('lead')}
      actions={canChange && <AddButton label={t('add')} onClick={() => setAdding(true)} />}
    >
      {rates.length === 0 && <EmptyState title={t('empty')} compact />}
      <ItemList label={t('title')}>
        {rates.map(({ currency, rate, updatedAt }) => (
          <ItemRow
            key={currency}
            title={
              <span className="tabular">
                {t('one', { from: currency, to: base, rate: format.number(rate, { maximumFractionDigits: 8 }) })}
              </span>
            }
            trailing={<RelativeTime at={updatedAt} />}
            actions={
              canChange && (
                <IconButton icon={IconTrash} label={t('remove', { currency })} onClick={() => remove(currency)} />
              )
            }
          />
        ))}
      </ItemList>
      {adding && (
        <RateDialog
          base={base}
          save={async rate => {
            // Before all others, so that a refusal names it by its place.
            await put([rate, ...without(rate.currency)])
            toastUndo(t('saved', rate), () => put(current))
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  )
}

interface RateDialogProps {
  base: string
  save: (rate: Rate) => Promise<void>
  onClose: () => void
}

function RateDialog({ base, save, onClose }: RateDialogProps) {
  const t = useMessages(messages)
  const options = currencyOptions(useLocale()).filter(option => option.value !== base)
  const form = useForm({
    initial: { currency: null, rate: null } as { currency: string | null; rate: number | null },
    submit: rate => save(rate as Rate).then(onClose),
  })
  return (
    <FormDialog title={t('add')} form={form} onClose={onClose}>
      <FormField
        path="currency"
        errorPath="items.0.currency"
        label={t('currency')}
        type="choice"
        options={options}
        required
        autoFocus
      />
      <FormField path="rate" errorPath="items.0.rate" label={t('rate', { currency: base })} type="number" required />
    </FormDialog>
  )
}
