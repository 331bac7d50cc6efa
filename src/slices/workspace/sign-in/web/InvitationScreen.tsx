import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { PasswordInput } from '../../../../ui/form/PasswordInput.tsx'
import { useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { acceptInvitation, getInvitation } from '../schema.ts'
import { FormError } from './FormError.tsx'
import { goIn } from './go-in.ts'
import { PublicPage } from './PublicPage.tsx'
import classes from './SignIn.module.css'
import { TwoFactorStep } from './TwoFactorStep.tsx'

const messages = defineMessages('sign-in.invitation-screen', {
  title: 'Join {workspace}',
  loading: 'Your invitation',
  lead: '{inviter} invites {email} to work here.',
  leadNobody: 'An invitation for {email}.',
  name: 'Your name',
  password: 'Password',
  newPassword: 'Choose a password',
  help: 'At least 10 characters',
  known: 'You have an account already: type its password.',
  submit: 'Accept invitation',
})

export default function InvitationScreen({ params }: ScreenProps) {
  const t = useMessages(messages)
  const locale = useLocale()
  const token = params.token!
  const invitation = useEndpoint(getInvitation, { params: { token } })
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [needsCode, setNeedsCode] = useState(false)
  const accept = useCommand(acceptInvitation)

  if (needsCode) return <TwoFactorStep onBack={() => location.assign('/sign-in')} />
  if (invitation.error) {
    return (
      <PublicPage title={t('loading')}>
        <ProblemState problem={asProblem(invitation.error)} onRetry={() => void invitation.refetch()} compact />
      </PublicPage>
    )
  }
  if (!invitation.data) {
    return (
      <PublicPage title={t('loading')}>
        <SkeletonRows count={3} height={56} />
      </PublicPage>
    )
  }
  const { workspaceName, email, invitedBy, hasAccount } = invitation.data
  const submit = async () => {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const body = hasAccount ? { password } : { name, password, locale, timeZone }
    const { twoFactorRequired } = await accept.run({ params: { token }, body })
    if (twoFactorRequired) setNeedsCode(true)
    else goIn()
  }
  return (
    <PublicPage
      title={t('title', { workspace: workspaceName })}
      lead={invitedBy ? t('lead', { inviter: invitedBy, email }) : t('leadNobody', { email })}
    >
      <FormError error={accept.error} />
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          submit().catch(() => {})
        }}
      >
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
        {!hasAccount && (
          <TextInput
            label={t('name')}
            autoComplete="name"
            required
            withAsterisk={false}
            autoFocus
            value={name}
            onChange={event => setName(event.currentTarget.value)}
            error={accept.error?.field('name')}
          />
        )}
        <PasswordInput
          label={hasAccount ? t('password') : t('newPassword')}
          description={hasAccount ? t('known') : t('help')}
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          required
          withAsterisk={false}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          error={accept.error?.field('password')}
        />
        <Button type="submit" size="md" fullWidth loading={accept.running}>
          {t('submit')}
        </Button>
      </form>
    </PublicPage>
  )
}
