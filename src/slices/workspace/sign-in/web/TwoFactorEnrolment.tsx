import { Button, TextInput } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { DialogButtons } from '../../../../ui/layout/DialogButtons.tsx'
import { confirmTwoFactor } from '../schema.ts'
import { FormError } from './FormError.tsx'
import classes from './Profile.module.css'

const QrCode = lazy(() => import('./QrCode.tsx'))

const messages = defineMessages('sign-in.two-factor-enrolment', {
  title: 'Connect your authenticator app',
  scan: 'Scan this code with the app, or type the key below into it.',
  qr: 'QR code for the authenticator app',
  key: 'Key',
  code: 'The six digits it shows now',
  submit: 'Turn on',
})

export interface Enrolment {
  uri: string
  secret: string
  backupCodes: string[]
}

export interface TwoFactorEnrolmentProps {
  enrolment: Enrolment
  onClose: () => void
  onConfirmed: () => void
}

/** The secret for the app; it is on once a first code was right. */
export function TwoFactorEnrolment({ enrolment, onClose, onConfirmed }: TwoFactorEnrolmentProps) {
  const t = useMessages(messages)
  const [code, setCode] = useState('')
  const confirm = useCommand(confirmTwoFactor)
  const send = (digits: string) => void confirm.run({ body: { code: digits } }).then(onConfirmed, () => setCode(''))
  return (
    <Dialog opened onClose={onClose} title={t('title')}>
      <form
        className={classes.stack}
        onSubmit={event => {
          event.preventDefault()
          send(code)
        }}
      >
        <FormError error={confirm.error} />
        <div className={classes.enrol}>
          <Suspense fallback={<span className={classes.qr} />}>
            <QrCode text={enrolment.uri} label={t('qr')} />
          </Suspense>
          <div className={classes.stack}>
            <p>{t('scan')}</p>
            <div>
              <p className={classes.label}>{t('key')}</p>
              <code className={classes.secret}>{enrolment.secret.match(/.{1,4}/g)?.join(' ')}</code>
            </div>
            <TextInput
              label={t('code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              data-autofocus
              value={code}
              disabled={confirm.running}
              error={confirm.error?.field('code')}
              onChange={event => {
                const digits = event.currentTarget.value.replace(/\D/g, '').slice(0, 6)
                setCode(digits)
                if (digits.length === 6) send(digits)
              }}
            />
          </div>
        </div>
        <DialogButtons onCancel={onClose}>
          <Button type="submit" loading={confirm.running} disabled={code.length < 6}>
            {t('submit')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
