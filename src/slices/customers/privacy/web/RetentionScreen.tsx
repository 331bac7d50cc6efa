import { Button, Switch } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import type { Loss } from '../../../../ui/feedback/confirm-loss.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { DecimalInput } from '../../../../ui/form/DecimalInput.tsx'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { SettingsPage } from '../../../workspace/settings/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import {
  changeRetention,
  listRetention,
  listRetentionRuns,
  mostDays,
  runRetention,
  type RetentionRule,
} from '../schema.ts'
import classes from './Privacy.module.css'

const messages = defineMessages('privacy.retention-screen', {
  title: 'Retention',
  lead: 'Data that is no longer needed is taken away every night, kind by kind. All is off until you switch it on; contacts under legal hold keep everything.',
  days: 'Days',
  limits: 'A whole number from 1 to {most}.',
  unit: '{count, plural, one {day} other {days}}',
  on: 'Take away',
  would: '{count, plural, =0 {nothing is older} one {# is older and would go} other {# are older and would go}}',
  many: 'more than 10,000 are older and would go',
  now: 'Run rules now',
  started: 'The run has begun',
  sureTitle: 'Take away old data every night?',
  sureLost: '{kind} older than {days} days: {count} now',
  sureKept: 'Nothing brings them back. Orders and sums stay.',
  sure: 'Switch rule on',
  runs: 'Runs',
  none: 'No runs yet.',
  nothing: 'Nothing was old enough',
})

export default function RetentionScreen() {
  const t = useMessages(messages)
  const format = useFormat()
  const mayWrite = useCan()('privacy:write')
  const rules = useEndpoint(listRetention, {})
  const runs = useInfiniteEndpoint(listRetentionRuns, { query: { limit: 20 } })
  const run = useCommand(runRetention)
  const start = () => run.attempt({}, () => toast(t('started')))
  const labels = new Map(rules.data?.items.map(({ kind, label }) => [kind, label]))
  const hasRule = rules.data?.items.some(rule => rule.isEnabled)
  return (
    <SettingsPage
      title={t('title')}
      lead={t('lead')}
      actions={
        mayWrite &&
        hasRule && (
          <Button variant="default" loading={run.running} onClick={() => void start()}>
            {t('now')}
          </Button>
        )
      }
    >
      <Items list={rules} label={t('title')} rows={7}>
        {rule => <RuleRow key={`${rule.kind} ${rule.days}`} rule={rule} mayWrite={mayWrite} />}
      </Items>
      <Section title={t('runs')}>
        <Items list={runs} label={t('runs')} empty={{ title: t('none'), compact: true }}>
          {({ id, createdAt, counts }) => (
            <ItemRow
              key={id}
              title={format.dateTime(createdAt)}
              detail={
                Object.entries(counts)
                  .filter(([, count]) => count > 0)
                  .map(([kind, count]) => `${labels.get(kind) ?? kind}: ${format.number(count)}`)
                  .join(' · ') || t('nothing')
              }
            />
          )}
        </Items>
      </Section>
    </SettingsPage>
  )
}

function RuleRow({ rule, mayWrite }: { rule: RetentionRule; mayWrite: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const change = useCommand(changeRetention)
  const [days, setDays] = useState<number | null>(rule.days)
  const { kind, label, isEnabled, count } = rule
  const save = (next: { days: number; isEnabled: boolean }, loss?: Loss) =>
    void change.attempt({ body: { items: [{ kind, ...next }] } }, undefined, loss)
  const isAllowed = Number.isInteger(days) && days! >= 1 && days! <= mostDays
  const saveDays = () => {
    if (isAllowed && days !== rule.days) save({ days: Number(days), isEnabled })
  }
  const toggle = (on: boolean) => {
    const number = format.number(count)
    const loss = {
      title: t('sureTitle'),
      lost: [t('sureLost', { kind: label, days: rule.days, count: count > 10_000 ? `${number}+` : number })],
      kept: t('sureKept'),
      confirm: t('sure'),
    }
    save({ days: rule.days, isEnabled: on }, on ? loss : undefined)
  }
  return (
    <ItemRow
      title={label}
      detail={[rule.detail, count > 10_000 ? t('many') : t('would', { count })]}
      trailing={
        <span className={classes.rule}>
          <div className={classes.days} onBlur={saveDays}>
            <DecimalInput
              aria-label={`${label}: ${t('days')}`}
              value={days}
              onChange={setDays}
              unit={t('unit', { count: days ?? 0 })}
              error={isAllowed ? undefined : t('limits', { most: format.number(mostDays) })}
              disabled={!mayWrite}
            />
          </div>
          <Switch
            aria-label={`${label}: ${t('on')}`}
            checked={isEnabled}
            disabled={!mayWrite || change.running}
            onChange={event => toggle(event.currentTarget.checked)}
          />
        </span>
      }
    />
  )
}
