import { Button, Divider } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call } from '../../../../ui/api/call.ts'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { getDemoSignIn } from '../../demo/schema.ts'
import { signIn, signInPasskey, startPasskeySignIn } from '../schema.ts'
import { FormError } from './FormError.tsx'
import { goIn } from './go-in.ts'
import { askForPasskey, canUsePasskeys } from './passkey.ts'
import { Entry, PublicForm } from './PublicForm.tsx'
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
  use: 'Fill in the demo sign-in',
})

export default function SignInScreen() {
  const t = useMessages(messages)
  const [needsCode, setNeedsCode] = useState(false)
  const form = useForm({
    initial: { email: '', password: '' },
    submit: async body => {
      const { twoFactorRequired } = await call(signIn, { body })
      if (twoFactorRequired) setNeedsCode(true)
      else goIn()
    },
  })
  const passkey = useForm({
    initial: {},
    submit: async () => {
      const response = await askForPasskey(await call(startPasskeySignIn, {}))
      if (response === null) return
      await call(signInPasskey, { body: { response } })
      goIn()
    },
  })
  const { email } = form.values

  if (needsCode) return <TwoFactorStep onBack={() => setNeedsCode(false)} />
  return (
    <PublicPage title={t('title')}>
      <PublicForm form={form} submitLabel={t('submit')}>
        <Entry path="email" label={t('email')} type="email" autoComplete="username webauthn" autoFocus />
        <div className={classes.password}>
          <Entry path="password" label={t('password')} type="password" autoComplete="current-password" />
          <Link href={`/password${email ? `?email=${encodeURIComponent(email)}` : ''}`} className={classes.forgot}>
            {t('forgot')}
          </Link>
        </div>
      </PublicForm>
      {canUsePasskeys() && (
        <>
          <Divider label={t('or')} my="md" />
          <FormError error={passkey.problem} />
          <Button
            variant="default"
            size="md"
            fullWidth
            leftSection={<IconFingerprint size={18} stroke={1.6} aria-hidden />}
            loading={passkey.submitting}
            onClick={() => void passkey.onSubmit()}
          >
            {t('passkey')}
          </Button>
        </>
      )}
      <DemoSignIn onUse={form.reset} />
    </PublicPage>
  )
}

interface Credentials {
  email: string
  password: string
}

/** Shown on the machine that the demo runs on; elsewhere the server tells nobody. */
function DemoSignIn({ onUse }: { onUse: (credentials: Credentials) => void }) {
  const t = useMessages(messages)
  const [found, setFound] = useState<Credentials | null>(null)
  useEffect(() => {
    call(getDemoSignIn, {}).then(setFound, () => {})
  }, [])
  if (found === null) return null
  return (
    <Button variant="subtle" fullWidth onClick={() => onUse(found)}>
      {t('use')}
    </Button>
  )
}
