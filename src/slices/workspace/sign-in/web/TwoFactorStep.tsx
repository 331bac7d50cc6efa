import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { signInSecondFactor } from '../schema.ts'
import { FormError } from './FormError.tsx'
import { goIn } from './go-in.ts'
import { PublicPage } from './PublicPage.tsx'
import classes from './SignIn.module.css'

const messages = defineMessages('sign-in.two-factor-step', {
  title: 'Enter your code',
  lead: 'Open your authenticator app and type the six digits it shows.',
  leadBackup: 'Type one of the backup codes you kept. Each works once.',
  code: 'Code',
  backupCode: 'Backup code',
  submit: 'Confirm sign-in',
  useBackup: 'Use a backup code',
  useApp: 'Use the authenticator app',
  back: 'Back to sign-in',
})

/** The second step of signing in: six digits are sent as soon as they are typed. */
export function TwoFactorStep({ onBack }: { onBack: () => void }) {
  const t = useMessages(messages)
  const [code, setCode] = useState('')
  const [backup, setBackup] = useState(false)
  const { run, running, error, reset } = useCommand(signInSecondFactor)
  const send = (text: string) => void run({ body: { code: text } }).then(goIn, () => setCode(''))
  return (
    <PublicPage title={t('title')} lead={backup ? t('leadBackup') : t('lead')}>
      <FormError error={error} />
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          send(code.trim())
        }}
      >
        <TextInput
          key={String(backup)}
          className={classes.code}
          size="md"
          label={backup ? t('backupCode') : t('code')}
          inputMode={backup ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoFocus
          value={code}
          disabled={running}
          error={error?.field('code')}
          onChange={event => {
            const text = backup ? event.currentTarget.value : event.currentTarget.value.replace(/\D/g, '').slice(0, 6)
            setCode(text)
            if (!backup && text.length === 6) send(text)
          }}
        />
        <div className={classes.actions}>
          <Button type="submit" size="md" fullWidth loading={running} disabled={code.length < 6}>
            {t('submit')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              setBackup(!backup)
              setCode('')
              reset()
            }}
          >
            {backup ? t('useApp') : t('useBackup')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onBack}>
            {t('back')}
          </Button>
        </div>
      </form>
    </PublicPage>
  )
}
