import { defineMessages } from '../../../../kernel/messages.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useSession } from './public.tsx'

const messages = defineMessages('sign-in.password-prompt', {
  text: 'Type your password, so that nobody else does this at your desk.',
  password: 'Password',
})

export interface PasswordPromptProps {
  title: string
  submitLabel: string
  danger?: boolean
  /** Rejects when the password is wrong. */
  onSubmit: (password: string) => Promise<unknown>
  onClose: () => void
}

/** Asks for the password before something that a borrowed screen must not be enough for. */
export function PasswordPrompt({ title, submitLabel, danger, onSubmit, onClose }: PasswordPromptProps) {
  const t = useMessages(messages)
  const { member } = useSession()
  const form = useForm({ initial: { password: '' }, submit: ({ password }) => onSubmit(password) })
  return (
    <FormDialog form={form} title={title} submitLabel={submitLabel} danger={danger} onClose={onClose}>
      <p>{t('text')}</p>
      <input type="hidden" name="email" autoComplete="username" value={member.email} readOnly />
      <FormField path="password" label={t('password')} type="password" autoComplete="current-password" autoFocus />
    </FormDialog>
  )
}
