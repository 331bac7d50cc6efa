import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import { acceptInvitation, getInvitation } from '../schema.ts'
import { Entry, PublicForm } from './PublicForm.tsx'
import { goIn } from './go-in.ts'
import { PublicPage } from './PublicPage.tsx'
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
  const [needsCode, setNeedsCode] = useState(false)
  const accept = useCommand(acceptInvitation)
  const form = useForm({
    initial: { name: '', password: '' },
    submit: async ({ name, password }) => {
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
      const body = invitation.data?.hasAccount ? { password } : { name, password, locale, timeZone }
      const { twoFactorRequired } = await accept.run({ params: { token }, body })
      if (twoFactorRequired) setNeedsCode(true)
      else goIn()
    },
  })

  if (needsCode) return <TwoFactorStep onBack={() => location.assign('/sign-in')} />
  if (!invitation.data)
    return (
      <PublicPage title={t('loading')}>
        <Loaded from={invitation} rows={3} height={56} compact />
      </PublicPage>
    )
  const { workspaceName, email, invitedBy, hasAccount } = invitation.data
  return (
    <PublicPage
      title={t('title', { workspace: workspaceName })}
      lead={invitedBy ? t('lead', { inviter: invitedBy, email }) : t('leadNobody', { email })}
    >
      <PublicForm form={form} submitLabel={t('submit')}>
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
        {!hasAccount && <Entry path="name" label={t('name')} autoComplete="name" autoFocus />}
        <Entry
          path="password"
          label={t(hasAccount ? 'password' : 'newPassword')}
          description={t(hasAccount ? 'known' : 'help')}
          type="password"
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
        />
      </PublicForm>
    </PublicPage>
  )
}
