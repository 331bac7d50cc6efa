import { SegmentedControl } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SideSheet } from '../../../../ui/layout/SideSheet.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { FactList } from '../../../../ui/values/FactList.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { getMail, listMail, mailStatuses, sendMailAgain, type MailRow } from '../schema.ts'
import classes from './Outbox.module.css'

const messages = defineMessages('outbox.outbox-panel', {
  title: 'Mail that Rapport wrote',
  all: 'All',
  waiting: 'Being sent',
  outbox: 'Kept here',
  sent: 'Sent',
  failed: 'Failed',
  to: 'To {to}',
  send: 'Send again',
  sendKept: 'Send now',
  queued: 'The mail goes out again',
  empty: 'Mail appears here',
  emptyText: 'Invitations, password links and reminders are listed with what became of them.',
  recipient: 'To',
  written: 'Written',
  attempts: 'Attempts',
  error: 'Answer of the server',
})

const tones = { waiting: 'neutral', outbox: 'due', sent: 'accent', failed: 'danger' } as const

/** What became of each mail; without a server they are read here. */
export default function OutboxPanel() {
  const t = useMessages(messages)
  const [status, setStatus] = useState('')
  const [open, setOpen] = useState<MailRow | null>(null)
  const list = useInfiniteEndpoint(listMail, { query: { limit: 25, ...(status ? { 'filter[status]': status } : {}) } })
  const send = useCommand(sendMailAgain)
  const sendAgain = (id: string) => send.attempt({ params: { id } }, () => toast(t('queued')))
  return (
    <Section title={t('title')}>
      <SegmentedControl
        size="xs"
        aria-label={t('title')}
        value={status}
        onChange={setStatus}
        data={[{ value: '', label: t('all') }, ...optionsOf(mailStatuses, t)]}
      />
      <Items
        list={list}
        label={t('title')}
        rows={5}
        compact
        empty={{ icon: IconMail, title: t('empty'), description: t('emptyText') }}
      >
        {mail => (
          <ItemRow
            key={mail.id}
            title={
              <button type="button" className={classes.open} onClick={() => setOpen(mail)}>
                {mail.subject}
              </button>
            }
            detail={
              <>
                {t('to', { to: mail.to })}
                {mail.error && <span className={classes.error}>{mail.error}</span>}
              </>
            }
            trailing={
              <>
                <StatusChip tone={tones[mail.status]}>{t(mail.status)}</StatusChip>
                <RelativeTime at={mail.sentAt ?? mail.createdAt} />
              </>
            }
            actions={
              (mail.status === 'failed' || mail.status === 'outbox') && (
                <SmallButton
                  label={mail.status === 'failed' ? t('send') : t('sendKept')}
                  onClick={() => void sendAgain(mail.id)}
                />
              )
            }
          />
        )}
      </Items>
      <MailSheet mail={open} onClose={() => setOpen(null)} />
    </Section>
  )
}

/** One mail as it was written. */
function MailSheet({ mail, onClose }: { mail: MailRow | null; onClose: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const full = useEndpoint(getMail, mail && { params: { id: mail.id } })
  return (
    <SideSheet opened={mail !== null} onClose={onClose} title={mail?.subject ?? ''}>
      {mail && (
        <FactList
          facts={[
            { label: t('recipient'), value: mail.to },
            { label: t('written'), value: format.dateTime(mail.createdAt) },
            ...(mail.sentAt ? [{ label: t('sent'), value: format.dateTime(mail.sentAt) }] : []),
            ...(mail.attempts > 0 ? [{ label: t('attempts'), value: format.number(mail.attempts) }] : []),
            ...(mail.error ? [{ label: t('error'), value: mail.error }] : []),
          ]}
        />
      )}
      {mail && (
        <Loaded from={full} compact>
          {({ text }) => <pre className={classes.text}>{withLinks(text)}</pre>}
        </Loaded>
      )}
    </SideSheet>
  )
}

/** Addresses in the text can be followed: without a mail server this is where an invitation is taken from. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  )
}
