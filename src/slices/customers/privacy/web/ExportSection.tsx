import { Button, Progress, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { addressOf } from '../../../../ui/api/call.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { CopyAction } from '../../../../ui/values/CopyAction.tsx'
import { downloadExport, sendExport, startExport, type PrivacyRequest } from '../schema.ts'
import classes from './Privacy.module.css'

const messages = defineMessages('privacy.export-section', {
  title: 'Data of the person',
  text: 'Everything about them in one ZIP: a page to read, a file for programs, and their files. Other people are left out.',
  start: 'Export data',
  again: 'Export data again',
  running: 'Gathering: {done} of {total} kinds of data',
  ready: 'Made {when}, {size}, kept until {day}',
  failed: 'The export did not succeed yet; it is tried again.',
  expired: 'The file was removed on {day}; its hash stays as proof.',
  download: 'Download ZIP',
  mail: 'Mail link to {email}',
  link: 'Make a link',
  mailed: 'Link mailed to {email}',
  linkLabel: 'Link for the person, good until {day}',
  copy: 'Copy link',
  first: 'First note how you made sure who asks.',
})

export function ExportSection({ request, mayWrite }: { request: PrivacyRequest; mayWrite: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const start = useCommand(startExport)
  const send = useCommand(sendExport)
  const [link, setLink] = useState<{ url: string; expiresAt: string } | null>(null)
  const { id, email, export: state, status } = request
  const hand = (isMailed: boolean) =>
    void send.attempt({ params: { id }, body: { isMailed } }, sent =>
      sent.mailedTo ? toast(t('mailed', { email: sent.mailedTo })) : setLink(sent),
    )
  const isDone = state?.status === 'done'
  return (
    <Section title={t('title')} description={t('text')}>
      {state?.status === 'running' ? (
        <div className={classes.progress}>
          <p className={classes.dim}>{t('running', { done: state.done, total: state.total })}</p>
          <Progress value={(state.done / Math.max(1, state.total)) * 100} aria-label={t('title')} />
        </div>
      ) : (
        <>
          {isDone && (
            <p className={classes.dim}>
              {t('ready', {
                when: format.relative(state.madeAt!),
                size: format.bytes(state.size!),
                day: format.date(state.expiresAt!),
              })}
            </p>
          )}
          {state?.status === 'failed' && <p className={classes.dim}>{t('failed')}</p>}
          {state?.status === 'expired' && (
            <p className={classes.dim}>{t('expired', { day: format.date(state.expiresAt!) })}</p>
          )}
          {mayWrite && (
            <div className={classes.buttons}>
              {isDone && (
                <>
                  <Button
                    component="a"
                    href={addressOf(downloadExport, { params: { id } })}
                    download
                    size="xs"
                    leftSection={<IconDownload size={14} />}
                  >
                    {t('download')}
                  </Button>
                  {email && (
                    <SmallButton label={t('mail', { email })} loading={send.running} onClick={() => hand(true)} />
                  )}
                  <SmallButton label={t('link')} onClick={() => hand(false)} />
                </>
              )}
              {status === 'received' ? (
                <p className={classes.dim}>{t('first')}</p>
              ) : (
                <Button
                  size="xs"
                  variant={isDone ? 'default' : 'filled'}
                  loading={start.running}
                  onClick={() => void start.attempt({ params: { id } })}
                >
                  {t(state ? 'again' : 'start')}
                </Button>
              )}
            </div>
          )}
          {link && (
            <div className={classes.link}>
              <TextInput
                label={t('linkLabel', { day: format.date(link.expiresAt) })}
                value={link.url}
                readOnly
                onFocus={event => event.currentTarget.select()}
              />
              <CopyAction value={link.url} label={t('copy')} />
            </div>
          )}
        </>
      )}
    </Section>
  )
}
