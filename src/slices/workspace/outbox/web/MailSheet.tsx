import { defineMessages } from '../../../../kernel/messages.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { SideSheet } from '../../../../ui/layout/SideSheet.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { FactList } from '../../../../ui/values/FactList.tsx'
import { getMail, type MailRow } from '../schema.ts'
import classes from './Outbox.module.css'

const messages = defineMessages('outbox.mail-sheet', {
  to: 'To',
  written: 'Written',
  sent: 'Sent',
  attempts: 'Attempts',
  error: 'Answer of the server',
})

/** One mail as it was written. */
export function MailSheet({ mail, onClose }: { mail: MailRow | null; onClose: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const full = useEndpoint(getMail, mail && { params: { id: mail.id } })
  return (
    <SideSheet opened={mail !== null} onClose={onClose} title={mail?.subject ?? ''}>
      {mail && (
        <FactList
          facts={[
            { label: t('to'), value: mail.to },
            { label: t('written'), value: format.dateTime(mail.createdAt) },
            ...(mail.sentAt ? [{ label: t('sent'), value: format.dateTime(mail.sentAt) }] : []),
            ...(mail.attempts > 0 ? [{ label: t('attempts'), value: format.number(mail.attempts) }] : []),
            ...(mail.error ? [{ label: t('error'), value: mail.error }] : []),
          ]}
        />
      )}
      {full.error && <ProblemState problem={asProblem(full.error)} onRetry={() => void full.refetch()} compact />}
      {full.data ? (
        <pre className={classes.text}>{withLinks(full.data.text)}</pre>
      ) : (
        mail && !full.error && <SkeletonRows count={6} />
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
