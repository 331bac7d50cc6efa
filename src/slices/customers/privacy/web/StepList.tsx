import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import type { Step } from '../schema.ts'
import classes from './Privacy.module.css'

const messages = defineMessages('privacy.step-list', {
  received: 'Request received',
  identified: 'Identity confirmed',
  'contact-chosen': 'Contact chosen',
  assigned: 'Assigned',
  extended: 'Deadline extended',
  noted: 'Note',
  'export-started': 'Export started',
  exported: 'Data exported',
  'handed-over': 'Link handed over',
  'erasure-started': 'Erasure started',
  erased: 'Person erased',
  completed: 'Request completed',
  refused: 'Request refused',
  withdrawn: 'Request withdrawn',
  reopened: 'Request reopened',
  customer: 'by the customer, on the public page',
  mailed: 'by mail, good until {day}',
  linked: 'good until {day}',
  hash: 'SHA-256 {hash}, {size}',
})

/** What was done, when and by whom, in its order. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const members = useMembers()
  const detailOf = ({ name, detail }: Step): string | null => {
    if (typeof detail['text'] === 'string') return detail['text']
    if (name === 'received' && detail['by'] === 'customer') return t('customer')
    if (name === 'assigned') return members.nameOf((detail['assigneeId'] as string | null) ?? null) ?? null
    if (name === 'exported')
      return t('hash', {
        hash: String(detail['sha256']).slice(0, 16) + '…',
        size: format.bytes(Number(detail['size'])),
      })
    if (name === 'handed-over')
      return t(detail['isMailed'] ? 'mailed' : 'linked', { day: format.date(String(detail['until'])) })
    return null
  }
  return (
    <ol className={classes.steps}>
      {steps.map(step => (
        <li key={step.position}>
          <time dateTime={step.at} className={classes.stepTime}>
            {format.dateTime(step.at)}
          </time>
          <div>
            <span className={classes.stepName}>{t(step.name as 'received')}</span>
            {members.nameOf(step.memberId) && <span className={classes.dim}> · {members.nameOf(step.memberId)}</span>}
            {detailOf(step) && <p className={classes.text}>{detailOf(step)}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
