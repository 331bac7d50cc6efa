import { Button, Select } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { DecimalInput } from '../../../../ui/form/DecimalInput.tsx'
import { IconButton } from '../../../../ui/layout/IconButton.tsx'
import { useFormat, useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { currencyOptions } from '../../../../ui/i18n/regions.ts'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { useCan } from '../../sign-in/web/public.tsx'
import { listExchangeRates, setExchangeRates, type ExchangeRate } from '../schema.ts'
import classes from './Settings.module.css'

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

const none: readonly ExchangeRate[] = []

/** Units of the workspace's currency for one of another. */
export function ExchangeRates({ currency: base }: { currency: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const canChange = useCan()('settings:manage')
  const rates = useEndpoint(listExchangeRates, {}).data?.items ?? none
  const save = useCommand(setExchangeRates)
  const bare = (items: readonly ExchangeRate[]) => items.map(({ currency, rate }) => ({ currency, rate }))

  const replace = async (items: { currency: string; rate: number }[], message: string) => {
    const before = bare(rates)
    if (await save.attempt({ body: { items } })) toastUndo(message, () => save.run({ body: { items: before } }))
  }
  return (
    <Section title={t('title')} description={t('lead')}>
      {rates.length === 0 && !canChange && <EmptyState title={t('empty')} compact />}
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
                <IconButton
                  icon={IconTrash}
                  label={t('remove', { currency })}
                  onClick={() =>
                    void replace(
                      bare(rates).filter(other => other.currency !== currency),
                      t('removed', { currency }),
                    )
                  }
                />
              )
            }
          />
        ))}
      </ItemList>
      {canChange && (
        <AddRate
          base={base}
          onAdd={added =>
            replace(
              [...bare(rates).filter(other => other.currency !== added.currency), added],
              t('saved', { currency: added.currency }),
            )
          }
        />
      )}
    </Section>
  )
}

function AddRate({
  base,
  onAdd,
}: {
  base: string
  onAdd: (rate: { currency: string; rate: number }) => Promise<void>
}) {
  const t = useMessages(messages)
  const locale = useLocale()
  const [currency, setCurrency] = useState<string | null>(null)
  const [rate, setRate] = useState<number | null>(null)
  const options = useMemo(() => currencyOptions(locale).filter(option => option.value !== base), [locale, base])
  const ready = currency !== null && rate !== null && rate > 0
  return (
    <form
      className={classes.addRate}
      onSubmit={event => {
        event.preventDefault()
        if (!ready) return
        void onAdd({ currency, rate }).then(() => {
          setCurrency(null)
          setRate(null)
        })
      }}
    >
      <Select
        aria-label={t('currency')}
        placeholder={t('currency')}
        data={options}
        value={currency}
        onChange={setCurrency}
        searchable
      />
      <DecimalInput
        aria-label={t('rate', { currency: base })}
        placeholder={t('rate', { currency: base })}
        value={rate}
        onChange={setRate}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size={16} />} disabled={!ready}>
        {t('add')}
      </Button>
    </form>
  )
}
