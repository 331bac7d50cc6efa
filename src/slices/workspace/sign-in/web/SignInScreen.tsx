import { Button, Divider } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { asProblem, type ProblemError } from '../../../../ui/api/problem-error.ts'
import { call } from '../../../../ui/api/call.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { signIn, signInPasskey, startPasskeySignIn } from '../schema.ts'
import { DemoSignIn } from './DemoSignIn.tsx'
import { Entry, PublicForm } from './PublicForm.tsx'
import { goIn } from './go-in.ts'
import { askForPasskey, canUsePasskeys } from './passkey.ts'
import { PublicPage } from './PublicPage.tsx'
import classes from './SignIn.module.css'
import { TwoFactorStep } from './TwoFactorStep.tsx'

const messages = defineMessages('sign-in.sign-in-screen', {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  forgot: 'Forgot password',
  submit: 'Sign in',
  or: 'or',
  passkey: 'Sign in with a passkey',
})

export default function SignInScreen() {
  const t = useMessages(messages)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<ProblemError | null>(null)
  const [running, setRunning] = useState<'password' | 'passkey' | null>(null)
  const [needsCode, setNeedsCode] = useState(false)

  const attempt = async (how: 'password' | 'passkey', work: () => Promise<void>) => {
    setRunning(how)
    setError(null)
    try {
      await work()
    } catch (problem) {
      setError(asProblem(problem))
    }
    setRunning(null)
  }
  const withPassword = () =>
    attempt('password', async () => {
      const { twoFactorRequired } = await call(signIn, { body: { email, password } })
      if (twoFactorRequired) setNeedsCode(true)
      else goIn()
    })
  const withPasskey = () =>
    attempt('passkey', async () => {
      const response = await askForPasskey(await call(startPasskeySignIn, {}))
      if (response === null) return
      await call(signInPasskey, { body: { response } })
      goIn()
    })

  if (needsCode) return <TwoFactorStep onBack={() => setNeedsCode(false)} />
  return (
    <PublicPage title={t('title')}>
      <PublicForm error={error} running={running === 'password'} submitLabel={t('submit')} onSubmit={withPassword}>
        <Entry
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username webauthn"
          autoFocus
          value={email}
          onChange={setEmail}
          error={error?.field('email')}
        />
        <div className={classes.password}>
          <Entry
            label={t('password')}
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={error?.field('password')}
          />
          <Link href={`/password${email ? `?email=${encodeURIComponent(email)}` : ''}`} className={classes.forgot}>
            {t('forgot')}
          </Link>
        </div>
      </PublicForm>
      {canUsePasskeys() && (
        <>
          <Divider label={t('or')} my="md" />
          <Button
            variant="default"
            size="md"
            fullWidth
            leftSection={<IconFingerprint size={18} stroke={1.6} aria-hidden />}
            loading={running === 'passkey'}
            onClick={withPasskey}
          >
            {t('passkey')}
          </Button>
        </>
      )}
      <DemoSignIn
        onUse={demo => {
          setEmail(demo.email)
          setPassword(demo.password)
        }}
      />
    </PublicPage>
  )
}
