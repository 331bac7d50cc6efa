import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast, toastError } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { Slot } from '../../../../ui/screen/Slot.tsx'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { getMailSettings, removeMailSettings, sendTestMail, type MailSettings } from '../schema.ts'
import { MailForm } from './MailForm.tsx'
import { SettingsPage } from './public.tsx'
import classes from './Settings.module.css'

const messages = defineMessages('settings.mail-screen', {
  title: 'Mail',
  server: 'Mail server',
  own: 'Mail is sent by {host}.',
  instance: 'Mail is sent by the server of this installation. Set your own to send from your domain.',
  none: 'There is no mail server yet. Mail is kept below and goes out once you set one; nothing is lost.',
  dkim: 'Mail is signed for {domain} (DKIM). Enter this TXT record in its DNS:',
  set: 'Set mail server',
  change: 'Change server',
  test: 'Send test mail',
  sent: 'A test mail to {to} was accepted by the server.',
  failed: 'The test mail to {to} was refused: {error}',
  remove: 'Remove server',
  removeTitle: 'Remove the mail server?',
  removeLost: 'Its address, user and password',
  removeKept: 'Mail then goes out by the server of this installation, or waits here until there is one.',
  removed: 'Mail server removed',
})

export default function MailScreen() {
  const t = useMessages(messages)
  const mail = useEndpoint(getMailSettings, {})
  return (
    <SettingsPage title={t('title')}>
      <Loaded from={mail} rows={3}>
        {data => <Server mail={data} />}
      </Loaded>
      <Slot name="settings.mail" props={{}} fallback={<SkeletonRows count={6} />} />
    </SettingsPage>
  )
}

function Server({ mail }: { mail: MailSettings }) {
  const t = useMessages(messages)
  const [editing, setEditing] = useState(false)
  const test = useCommand(sendTestMail)
  const remove = useCommand(removeMailSettings)
  const { own, hasInstanceServer } = mail

  const sendTest = () =>
    test.attempt({}, ({ to, error }) => {
      if (error !== null) toastError(t('failed', { to, error }))
      else toast(t('sent', { to }))
    })
  const removeServer = () =>
    remove.attempt({}, () => toast(t('removed')), {
      title: t('removeTitle'),
      lost: [t('removeLost')],
      kept: t('removeKept'),
      confirm: t('remove'),
    })
  return (
    <Section
      title={t('server')}
      description={own ? t('own', { host: `${own.host}:${own.port}` }) : hasInstanceServer ? t('instance') : t('none')}
    >
      {editing ? (
        <MailForm own={own} onDone={() => setEditing(false)} />
      ) : (
        <div className={classes.row}>
          <Button variant={own ? 'default' : 'filled'} onClick={() => setEditing(true)}>
            {own ? t('change') : t('set')}
          </Button>
          {(own || hasInstanceServer) && (
            <Button variant="default" loading={test.running} onClick={() => void sendTest()}>
              {t('test')}
            </Button>
          )}
          {own && (
            <Button variant="subtle" color="red" onClick={() => void removeServer()}>
              {t('remove')}
            </Button>
          )}
        </div>
      )}
      {own?.dkim && !editing && (
        <div className={classes.dkim}>
          <p>{t('dkim', { domain: own.dkim.domain })}</p>
          <code>{own.dkim.record.name}</code>
          <code>{own.dkim.record.value}</code>
        </div>
      )}
    </Section>
  )
}
