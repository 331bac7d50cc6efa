import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { FieldPair, Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { changePassword } from '../schema.ts'
import { useSession } from './public.tsx'

const messages = defineMessages('sign-in.profile-password', {
  title: 'Password',
  lead: 'When you change it, all your other devices are signed out.',
  password: 'Current password',
  newPassword: 'New password',
  help: 'At least 10 characters',
  save: 'Change password',
  saved: 'Password changed. Your other devices are signed out.',
})

/** Starts anew after each change, so that no password stays on the screen. */
export function ProfilePassword() {
  const [round, setRound] = useState(0)
  return <PasswordForm key={round} onDone={() => setRound(round + 1)} />
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const t = useMessages(messages)
  const { member } = useSession()
  const change = useCommand(changePassword)
  const form = useForm({
    initial: { password: '', newPassword: '' },
    schema: changePassword.body,
    submit: async body => {
      await change.run({ body })
      toast(t('saved'))
      onDone()
    },
  })
  const input = (path: 'password' | 'newPassword', autoComplete: string, description?: string) => (
    <FormField path={path} label={t(path)} type="password" description={description} autoComplete={autoComplete} />
  )
  return (
    <Section title={t('title')} description={t('lead')}>
      <Form form={form} submitLabel={t('save')}>
        <input type="hidden" name="email" autoComplete="username" value={member.email} readOnly />
        <FieldPair>
          {input('password', 'current-password')}
          {input('newPassword', 'new-password', t('help'))}
        </FieldPair>
      </Form>
    </Section>
  )
}
