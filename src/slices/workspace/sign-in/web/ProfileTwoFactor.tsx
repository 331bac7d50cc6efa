import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { CopyAction } from '../../../../ui/values/CopyAction.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { getTwoFactor, renewBackupCodes, startTwoFactor, stopTwoFactor } from '../schema.ts'
import { PasswordPrompt } from './PasswordPrompt.tsx'
import classes from './Profile.module.css'
import { TwoFactorEnrolment, type Enrolment } from './TwoFactorEnrolment.tsx'

const messages = defineMessages('sign-in.profile-two-factor', {
  title: 'Two-factor sign-in',
  lead: 'After the password, your phone shows a code that only you have.',
  on: 'On',
  off: 'Off',
  left: '{count, plural, one {# backup code left} other {# backup codes left}}',
  start: 'Turn on two-factor sign-in',
  stop: 'Turn off',
  renew: 'Renew backup codes',
  renewTitle: 'Renew backup codes',
  stopTitle: 'Turn off two-factor sign-in',
  continue: 'Continue',
  stopped: 'Two-factor sign-in is off',
  codesTitle: 'Keep your backup codes',
  codesText: 'Each lets you in once when you do not have your phone. They are shown this once only.',
  copy: 'Copy codes',
  download: 'Download codes',
  done: 'I have kept them',
})

export function ProfileTwoFactor() {
  const t = useMessages(messages)
  const state = useEndpoint(getTwoFactor, {})
  const [asking, setAsking] = useState<'start' | 'stop' | 'renew' | null>(null)
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const start = useCommand(startTwoFactor)
  const stop = useCommand(stopTwoFactor)
  const renew = useCommand(renewBackupCodes)
  const close = () => setAsking(null)

  const submit = async (password: string) => {
    if (asking === 'start') setEnrolment(await start.run({ body: { password } }))
    else if (asking === 'renew') setCodes((await renew.run({ body: { password } })).backupCodes)
    else {
      await stop.run({ body: { password } })
      toast(t('stopped'))
    }
    close()
  }
  return (
    <Section title={t('title')} description={t('lead')}>
      {!state.data ? (
        <Loaded from={state} rows={1} compact />
      ) : state.data.isOn ? (
        <>
          <div className={classes.state}>
            <StatusChip tone="accent">{t('on')}</StatusChip>
            <span className={classes.dim}>{t('left', { count: state.data.backupCodesLeft })}</span>
          </div>
          <div className={classes.row}>
            <Button variant="default" onClick={() => setAsking('renew')}>
              {t('renew')}
            </Button>
            <Button variant="subtle" color="red" onClick={() => setAsking('stop')}>
              {t('stop')}
            </Button>
          </div>
        </>
      ) : (
        <Button variant="default" onClick={() => setAsking('start')}>
          {t('start')}
        </Button>
      )}
      {asking && (
        <PasswordPrompt
          title={asking === 'start' ? t('start') : asking === 'stop' ? t('stopTitle') : t('renewTitle')}
          submitLabel={asking === 'stop' ? t('stop') : asking === 'renew' ? t('renew') : t('continue')}
          danger={asking === 'stop'}
          onSubmit={submit}
          onClose={close}
        />
      )}
      {enrolment && (
        <TwoFactorEnrolment
          enrolment={enrolment}
          onClose={() => setEnrolment(null)}
          onConfirmed={() => {
            setCodes(enrolment.backupCodes)
            setEnrolment(null)
          }}
        />
      )}
      {codes && <BackupCodes codes={codes} onClose={() => setCodes(null)} />}
    </Section>
  )
}

function BackupCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useMessages(messages)
  const text = codes.join('\n')
  const download = () => {
    const address = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }))
    Object.assign(document.createElement('a'), { href: address, download: 'rapport-backup-codes.txt' }).click()
    URL.revokeObjectURL(address)
  }
  return (
    <Dialog opened onClose={onClose} title={t('codesTitle')}>
      <div className={classes.stack}>
        <p>{t('codesText')}</p>
        <ul className={classes.codes}>
          {codes.map(code => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div className={classes.actions}>
          <CopyAction value={text} label={t('copy')} variant="default" />
          <Button variant="default" onClick={download} leftSection={<IconDownload size={15} />}>
            {t('download')}
          </Button>
          <Button onClick={onClose}>{t('done')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
