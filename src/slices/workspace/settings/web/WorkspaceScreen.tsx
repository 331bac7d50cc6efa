import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FieldPair, Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { languages, nameOfLanguage } from '../../../../ui/i18n/languages.ts'
import { countryName, countryOptions, currencyOptions, timeZoneOptions } from '../../../../ui/i18n/regions.ts'
import { Section } from '../../../../ui/layout/Section.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { FactList } from '../../../../ui/values/FactList.tsx'
import { sessionQuery, useCan } from '../../sign-in/web/public.tsx'
import { changeSettings, getSettings, settingsPatch, type WorkspaceSettings } from '../schema.ts'
import { ExchangeRates } from './ExchangeRates.tsx'
import { SettingsPage } from './public.tsx'

const messages = defineMessages('settings.workspace-screen', {
  title: 'General',
  workspace: 'Workspace',
  name: 'Name',
  country: 'Country',
  countryHint: 'Phone numbers without a country code are read as of this country.',
  currency: 'Currency',
  currencyHint: 'Totals are counted in it. Amounts recorded before keep their rate.',
  timeZone: 'Time zone',
  timeZoneHint: 'Days, weeks and quarters begin by it.',
  locale: 'Language',
  localeHint: 'For people who have not chosen their own.',
  save: 'Save settings',
  saved: 'Settings saved',
})

export default function WorkspaceScreen() {
  const t = useMessages(messages)
  const can = useCan()
  const settings = useEndpoint(getSettings, {})
  return (
    <SettingsPage title={t('title')}>
      <Loaded from={settings} rows={6} height={56}>
        {data => (
          <>
            <Section title={t('workspace')}>
              {can('settings:manage') ? (
                <SettingsForm key={data.id} settings={data} />
              ) : (
                <SettingsFacts settings={data} />
              )}
            </Section>
            <ExchangeRates currency={data.currency} />
          </>
        )}
      </Loaded>
    </SettingsPage>
  )
}

function SettingsFacts({ settings }: { settings: WorkspaceSettings }) {
  const t = useMessages(messages)
  const locale = useLocale()
  return (
    <FactList
      facts={[
        { label: t('name'), value: settings.name },
        { label: t('country'), value: countryName(settings.country, locale) },
        { label: t('currency'), value: settings.currency },
        { label: t('timeZone'), value: settings.timeZone },
        { label: t('locale'), value: nameOfLanguage(settings.locale) },
      ]}
    />
  )
}

function SettingsForm({ settings }: { settings: WorkspaceSettings }) {
  const t = useMessages(messages)
  const locale = useLocale()
  const client = useQueryClient()
  const change = useCommand(changeSettings)
  const { name, country, currency, timeZone } = settings
  const form = useForm({
    initial: { name, country, currency, timeZone, locale: settings.locale },
    schema: settingsPatch,
    submit: async body => {
      await change.run({ body })
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      toast(t('saved'))
    },
  })
  const options = useMemo(
    () => ({
      country: countryOptions(locale),
      currency: currencyOptions(locale),
      timeZone: timeZoneOptions(),
      locale: optionsOf(languages, nameOfLanguage),
    }),
    [locale],
  )
  const select = (path: 'country' | 'currency' | 'timeZone' | 'locale', description: string) => (
    <FormField path={path} label={t(path)} type="choice" options={options[path]} description={description} required />
  )
  return (
    <Form form={form} submitLabel={t('save')}>
      <FormField path="name" label={t('name')} required />
      <FieldPair>
        {select('country', t('countryHint'))}
        {select('currency', t('currencyHint'))}
        {select('timeZone', t('timeZoneHint'))}
        {select('locale', t('localeHint'))}
      </FieldPair>
    </Form>
  )
}
