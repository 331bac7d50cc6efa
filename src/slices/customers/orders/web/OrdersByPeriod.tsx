import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { BarChart } from '../../../../ui/charts/BarChart.tsx'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { useNavigateTo } from '../../../../ui/layout/Link.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { FactList } from '../../../../ui/values/FactList.tsx'
import { Money } from '../../../../ui/values/Money.tsx'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import type { ShownRecord } from '../../../../ui/screen/slots.ts'
import { periods, quantitiesOf, type Period } from '../schema.ts'
import classes from './OrdersByPeriod.module.css'
import { periodLabel } from './period-label.ts'

const messages = defineMessages('orders.orders-by-period', {
  title: 'Orders',
  period: 'Period',
  week: 'Week',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
  bought: 'Purchases',
  returned: 'Returns',
  net: 'Revenue',
  orders: 'Orders',
  average: 'Average',
  chart: 'Amounts',
  empty: 'Orders and returns appear here.',
})

const most = 8

/** How much was bought and came back, as numbers, a small chart and its table. */
export default function OrdersByPeriod({ kind, table, id }: ShownRecord) {
  const t = useMessages(messages)
  const format = useFormat()
  const navigate = useNavigateTo()
  const [period, setPeriod] = useState<Period>('quarter')
  const { data, error, refetch } = useEndpoint(
    quantitiesOf(table),
    { params: { id }, query: { period } },
    { keepPrevious: true },
  )
  if (error) return <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} compact />
  if (!data) {
    return (
      <Section title={t('title')}>
        <SkeletonRows count={5} height={40} />
      </Section>
    )
  }
  const { items, currency } = data
  if (items.length === 0) {
    return (
      <Section title={t('title')}>
        <EmptyState title={t('empty')} compact />
      </Section>
    )
  }
  const sum = (key: 'orders' | 'orderAmount' | 'returnAmount' | 'netAmount') =>
    items.reduce((total, item) => total + item[key], 0)
  const money = (amount: number) => <Money amount={amount} currency={currency} style="round" />
  const open = (from: string) => {
    const to = items.find(item => item.from === from)!.to
    navigate(`/orders?filter[${kind}Id]=${id}&filter[placedAt][gte]=${from}&filter[placedAt][lt]=${to}`)
  }
  return (
    <Section title={t('title')}>
      <FactList
        facts={[
          { label: t('net'), value: money(sum('netAmount')) },
          { label: t('orders'), value: format.number(sum('orders')) },
          ...(sum('orders') > 0
            ? [{ label: t('average'), value: money(Math.round(sum('orderAmount') / sum('orders'))) }]
            : []),
          ...(sum('returnAmount') > 0 ? [{ label: t('returned'), value: money(sum('returnAmount')) }] : []),
        ]}
      />
      <SegmentedControl
        className={classes.periods}
        size="xs"
        fullWidth
        aria-label={t('period')}
        data={optionsOf(periods, t)}
        value={period}
        onChange={value => setPeriod(value as Period)}
      />
      <BarChart
        label={t('chart')}
        periods={items.slice(-most).map(item => ({
          key: item.from,
          label: periodLabel(data.period, item.from, format.locale),
          values: { bought: item.orderAmount, returned: -item.returnAmount },
        }))}
        series={[
          { key: 'bought', label: t('bought'), colour: 'var(--chart)' },
          { key: 'returned', label: t('returned'), colour: 'var(--valence-negative-mark)' },
        ]}
        formatValue={value => format.money(value, currency)}
        formatLabel={value => format.compact(value / 100)}
        onOpen={open}
        height={104}
      />
    </Section>
  )
}
