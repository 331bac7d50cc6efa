import { Button } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { resetPassword } from '../schema.ts'
import { Entry, PublicForm } from './PublicForm.tsx'
import { PublicPage } from './PublicPage.tsx'
import classes from './SignIn.module.css'

const messages = defineMessages('sign-in.reset-password-screen', {
  title: 'Choose a new password',
  lead: 'It signs you out on all your devices.',
  password: 'New password',
  help: 'At least 10 characters',
  submit: 'Set password',
  doneTitle: 'Your password is set',
  done: 'Sign in with it now.',
  signIn: 'Sign in',
  again: 'Send a new link',
})

export default function ResetPasswordScreen({ params }: ScreenProps) {
  const t = useMessages(messages)
  const [done, setDone] = useState(false)
  const reset = useCommand(resetPassword)
  const form = useForm({
    initial: { password: '' },
    submit: body => reset.run({ params: { token: params.token! }, body }).then(() => setDone(true)),
  })
  if (done) {
    return (
      <PublicPage title={t('doneTitle')} lead={t('done')}>
        <Button component={Link} href="/sign-in" size="md" fullWidth>
          {t('signIn')}
        </Button>
      </PublicPage>
    )
  }
  return (
    <PublicPage title={t('title')} lead={t('lead')}>
      <PublicForm
        form={form}
        submitLabel={t('submit')}
        footer={
          <Link href="/password" className={classes.link}>
            {t('again')}
          </Link>
        }
      >
        <Entry
          path="password"
          label={t('password')}
          description={t('help')}
          type="password"
          autoComplete="new-password"
          autoFocus
        />
      </PublicForm>
    </PublicPage>
  )
}
