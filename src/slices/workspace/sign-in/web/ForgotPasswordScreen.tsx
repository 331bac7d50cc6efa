import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { requestPasswordReset } from '../schema.ts'
import { Entry, PublicForm } from './PublicForm.tsx'
import { PublicPage } from './PublicPage.tsx'
import classes from './SignIn.module.css'

const messages = defineMessages('sign-in.forgot-password-screen', {
  title: 'Choose a new password',
  lead: 'We send you a link to choose a new one. It works for one hour.',
  email: 'E-mail',
  submit: 'Send link',
  sentTitle: 'Look into your mail',
  sent: 'If {email} has an account here, a link is on its way. Nothing came? Look into the spam folder, or ask your admin.',
  back: 'Back to sign-in',
})

export default function ForgotPasswordScreen() {
  const t = useMessages(messages)
  const [state] = useUrlState()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const request = useCommand(requestPasswordReset)
  const form = useForm({
    initial: { email: urlValue(state, 'email') ?? '' },
    submit: body => request.run({ body }).then(() => setSentTo(body.email)),
  })
  const back = (
    <Link href="/sign-in" className={classes.link}>
      {t('back')}
    </Link>
  )
  if (sentTo !== null) {
    return (
      <PublicPage title={t('sentTitle')} lead={t('sent', { email: sentTo })}>
        {back}
      </PublicPage>
    )
  }
  return (
    <PublicPage title={t('title')} lead={t('lead')}>
      <PublicForm form={form} submitLabel={t('submit')} footer={back}>
        <Entry path="email" label={t('email')} type="email" autoComplete="username" autoFocus />
      </PublicForm>
    </PublicPage>
  )
}
