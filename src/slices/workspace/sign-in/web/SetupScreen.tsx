import { Select } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { browserLocale } from '../../../../ui/i18n/chosen-locale.ts'
import { countryOptions, currencyOptions, currencyOf, timeZoneOptions } from '../../../../ui/i18n/regions.ts'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { getSetup, setUp } from '../schema.ts'
import { Entry, PublicForm } from './PublicForm.tsx'
import { PublicPage } from './PublicPage.tsx'
import classes from './SignIn.module.css'

const messages = defineMessages('sign-in.setup-screen', {
  title: 'Set up Rapport',
  lead: 'You become the owner. Everything here can be changed later.',
  used: 'This link does not work',
  workspace: 'Name of your company',
  country: 'Country',
  currency: 'Currency',
  timeZone: 'Time zone',
  name: 'Your name',
  email: 'Your e-mail',
  password: 'Choose a password',
  help: 'At least 10 characters',
  submit: 'Create workspace',
})

const ownTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
const ownCountry = new Intl.Locale(browserLocale).maximize().region ?? 'US'

export default function SetupScreen({ params }: ScreenProps) {
  const t = useMessages(messages)
  const locale = useLocale()
  const token = params.token!
  const link = useEndpoint(getSetup, { params: { token } })
  const create = useCommand(setUp)
  const [form, setForm] = useState({
    workspaceName: '',
    country: ownCountry,
    currency: currencyOf(ownCountry),
    timeZone: ownTimeZone,
    name: '',
    email: '',
    password: '',
  })
  if (link.error) {
    return (
      <PublicPage title={t('used')}>
        <ProblemState problem={asProblem(link.error)} compact />
      </PublicPage>
    )
  }
  const submit = () => create.run({ params: { token }, body: { ...form, locale } }).then(() => location.assign('/'))
  const text = (key: keyof typeof form) => ({
    label: t(key === 'workspaceName' ? 'workspace' : key),
    value: form[key],
    onChange: (value: string) => setForm({ ...form, [key]: value }),
    error: create.error?.field(key),
  })
  const choice = (key: 'country' | 'currency' | 'timeZone', data: readonly { value: string; label: string }[]) => ({
    label: t(key),
    data,
    value: form[key],
    onChange: (value: string | null) =>
      setForm({
        ...form,
        [key]: value ?? form[key],
        ...(key === 'country' && value ? { currency: currencyOf(value) } : {}),
      }),
    error: create.error?.field(key),
    searchable: true,
    allowDeselect: false,
  })
  return (
    <PublicPage title={t('title')} lead={t('lead')}>
      <PublicForm error={create.error} running={create.running} submitLabel={t('submit')} onSubmit={submit}>
        <Entry {...text('workspaceName')} autoComplete="organization" autoFocus />
        <div className={classes.row}>
          <Select {...choice('country', countryOptions(locale))} />
          <Select {...choice('currency', currencyOptions(locale))} />
        </div>
        <Select {...choice('timeZone', timeZoneOptions())} />
        <Entry {...text('name')} autoComplete="name" />
        <Entry {...text('email')} type="email" autoComplete="username" />
        <Entry {...text('password')} description={t('help')} type="password" autoComplete="new-password" />
      </PublicForm>
    </PublicPage>
  )
}
