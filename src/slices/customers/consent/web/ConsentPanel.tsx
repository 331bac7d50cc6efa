import { useState } from 'react'
import { inLanguage } from '../../../../kernel/input.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call } from '../../../../ui/api/call.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import type { ShownRecord } from '../../../../ui/screen/slots.ts'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import {
  channels,
  getContactConsents,
  getPreferenceLink,
  type Channel,
  type ContactConsents,
  type Purpose,
  consentWords,
} from '../schema.ts'
import { AskDialog } from './AskDialog.tsx'
import { channelIcons } from './channel-icons.ts'
import classes from './ConsentPanel.module.css'
import { HistoryDialog } from './HistoryDialog.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import { StateMark } from './StateMark.tsx'

const messages = defineMessages('consent.consent-panel', {
  title: 'Consent',
  purpose: 'Purpose',
  cell: '{purpose}, {channel}: {state}',
  since: '{state} {when}, {how}',
  stopped: '{address} gets no mail: {reason}',
  ask: 'Ask by mail',
  link: 'Copy preference link',
  copied: 'Link copied. What is switched on through it must be confirmed by mail.',
  history: 'Show history',
})

type Open = { dialog: 'ask' | 'history' } | { dialog: 'record'; purpose: Purpose; channel: Channel }

/** What a contact agreed to: purposes down, channels across. A cell opens what to record of it. */
export default function ConsentPanel({ id: contactId, isDeleted }: ShownRecord) {
  const t = useMessages(messages)
  const attempt = useAttempt()
  const mayWrite = useCan()('consent:write') && !isDeleted
  const consents = useEndpoint(getContactConsents, { params: { id: contactId }, query: {} })
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const copyLink = () =>
    attempt(
      call(getPreferenceLink, { params: { id: contactId }, query: {} })
        .then(({ link }) => navigator.clipboard.writeText(link))
        .then(() => toast(t('copied'))),
    )
  return (
    <Section title={t('title')}>
      <Loaded from={consents} rows={4} compact>
        {data => (
          <>
            <Matrix
              consents={data}
              onOpen={mayWrite ? (purpose, channel) => setOpen({ dialog: 'record', purpose, channel }) : undefined}
            />
            <Stopped addresses={data.addresses} />
            <div className={classes.actions}>
              {mayWrite && data.addresses.some(({ kind }) => kind === 'email') && (
                <>
                  <SmallButton label={t('ask')} compact onClick={() => setOpen({ dialog: 'ask' })} />
                  <SmallButton label={t('link')} tone="quiet" compact onClick={() => void copyLink()} />
                </>
              )}
              {data.history.length > 0 && (
                <SmallButton label={t('history')} tone="quiet" compact onClick={() => setOpen({ dialog: 'history' })} />
              )}
            </div>
            {open?.dialog === 'record' && <RecordDialog contactId={contactId} {...open} onClose={close} />}
            {open?.dialog === 'ask' && <AskDialog contactId={contactId} consents={data} onClose={close} />}
            {open?.dialog === 'history' && <HistoryDialog consents={data} onClose={close} />}
          </>
        )}
      </Loaded>
    </Section>
  )
}

interface MatrixProps {
  consents: ContactConsents
  onOpen: ((purpose: Purpose, channel: Channel) => void) | undefined
}

function Matrix({ consents, onOpen }: MatrixProps) {
  const t = useMessages(messages)
  const words = useMessages(consentWords)
  const format = useFormat()
  const purposes = consents.purposes.filter(({ archivedAt }) => archivedAt === null)
  const used = channels.filter(channel => purposes.some(purpose => purpose.channels.includes(channel)))
  return (
    <table className={classes.matrix}>
      <thead>
        <tr>
          <td />
          {used.map(channel => {
            const Icon = channelIcons[channel]
            return (
              <th key={channel} scope="col" title={words(channel)}>
                <Icon size={15} stroke={1.6} role="img" aria-label={words(channel)} />
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {purposes.map(purpose => (
          <tr key={purpose.id}>
            <th scope="row">{inLanguage(purpose.name, format.locale)}</th>
            {used.map(channel => {
              if (!purpose.channels.includes(channel)) return <td key={channel} />
              const held = consents.current.find(
                record => record.purposeId === purpose.id && record.channel === channel,
              )
              const state = held
                ? t('since', {
                    state: words(held.state),
                    when: format.date(held.since),
                    how: words(`how.${held.how}`),
                  })
                : words('unsaid')
              const label = t('cell', {
                purpose: inLanguage(purpose.name, format.locale),
                channel: words(channel),
                state,
              })
              return (
                <td key={channel}>
                  {onOpen ? (
                    <button
                      type="button"
                      className={classes.cell}
                      data-state={held?.state}
                      title={label}
                      aria-label={label}
                      onClick={() => onOpen(purpose, channel)}
                    >
                      <StateMark state={held?.state} />
                    </button>
                  ) : (
                    <span className={classes.cell} data-state={held?.state} title={label} role="img" aria-label={label}>
                      <StateMark state={held?.state} />
                    </span>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Addresses that must not be written to, whatever was agreed. */
function Stopped({ addresses }: Pick<ContactConsents, 'addresses'>) {
  const t = useMessages(messages)
  const words = useMessages(consentWords)
  return addresses
    .filter(({ suppressions }) => suppressions.length > 0)
    .map(({ handleId, value, suppressions }) => (
      <p key={handleId} className={classes.stopped}>
        {t('stopped', {
          address: value,
          reason: [...new Set(suppressions.map(({ reason }) => words(reason)))].join(', '),
        })}
      </p>
    ))
}
