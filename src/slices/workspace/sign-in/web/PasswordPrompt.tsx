import { Button } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { asProblem, type ProblemError } from '../../../../ui/api/problem-error.ts'
import { PasswordInput } from '../../../../ui/form/PasswordInput.tsx'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { DialogButtons } from '../../../../ui/layout/DialogButtons.tsx'
import { FormError } from './FormError.tsx'
import classes from './Profile.module.css'
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
  const [password, setPassword] = useState('')
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const submit = async () => {
    setRunning(true)
    setProblem(null)
    try {
      await onSubmit(password)
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setRunning(false)
    }
  }
  return (
    <Dialog opened onClose={onClose} title={title} size="sm">
      <form
        className={classes.stack}
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <FormError error={problem} />
        <p>{t('text')}</p>
        <input type="hidden" name="email" autoComplete="username" value={member.email} readOnly />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          data-autofocus
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          error={problem?.field('password')}
        />
        <DialogButtons onCancel={onClose}>
          <Button type="submit" color={danger ? 'red' : undefined} loading={running} disabled={password === ''}>
            {submitLabel}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
