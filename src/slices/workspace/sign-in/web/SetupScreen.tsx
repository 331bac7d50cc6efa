import { Select } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { browserLocale } from '../../../../ui/i18n/chosen-locale.ts'
import { countryOptions, currencyOptions, currencyOfCountry, timeZoneOptions } from '../../../../ui/i18n/regions.ts'
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
  const form = useForm({
    initial: {
      workspaceName: '',
      country: ownCountry,
      currency: currencyOfCountry(ownCountry),
      timeZone: ownTimeZone,
      name: '',
      email: '',
      password: '',
    },
    submit: values => create.run({ params: { token }, body: { ...values, locale } }).then(() => location.assign('/')),
  })
  if (link.error) {
    return (
      <PublicPage title={t('used')}>
        <ProblemState problem={asProblem(link.error)} compact />
      </PublicPage>
    )
  }
  const choice = (key: 'country' | 'currency' | 'timeZone', data: readonly { value: string; label: string }[]) => ({
    label: t(key),
    data,
    value: form.values[key],
    onChange: (value: string | null) => {
      if (value === null) return
      form.set(key, value)
      if (key === 'country') form.set('currency', currencyOfCountry(value))
    },
    error: form.errors[key],
    searchable: true,
    allowDeselect: false,
  })
  return (
    <PublicPage title={t('title')} lead={t('lead')}>
      <PublicForm form={form} submitLabel={t('submit')}>
        <Entry path="workspaceName" label={t('workspace')} autoComplete="organization" autoFocus />
        <div className={classes.row}>
          <Select {...choice('country', countryOptions(locale))} />
          <Select {...choice('currency', currencyOptions(locale))} />
        </div>
        <Select {...choice('timeZone', timeZoneOptions())} />
        <Entry path="name" label={t('name')} autoComplete="name" />
        <Entry path="email" label={t('email')} type="email" autoComplete="username" />
        <Entry
          path="password"
          label={t('password')}
          description={t('help')}
          type="password"
          autoComplete="new-password"
        />
      </PublicForm>
    </PublicPage>
  )
}
