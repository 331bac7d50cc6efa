import { ActionIcon, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { confirmLoss } from '../../../../ui/feedback/confirm-loss.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { discardParked, retryParked, type ParkedWork } from '../schema.ts'
import classes from './Jobs.module.css'

const messages = defineMessages('jobs.parked-row', {
  attempts: '{count, plural, one {# attempt} other {# attempts}}',
  contact: 'Open contact',
  retry: 'Try again',
  retried: '{name} is tried again',
  discard: 'Discard {name}',
  discardTitle: 'Discard this work?',
  lostJob: '{name} will not be done',
  lostEvent: '{name} never learns of {kind}',
  confirm: 'Discard work',
  discarded: 'Work discarded',
})

export function ParkedRow({ work }: { work: ParkedWork }) {
  const t = useMessages(messages)
  const retry = useCommand(retryParked, { optimistic: (cache, { params }) => cache.remove('jobs', [params.id]) })
  const discard = useCommand(discardParked)
  const { id, name, eventKind, contactId } = work
  const tryAgain = () => retry.attempt({ params: { id } }, () => toast(t('retried', { name })))
  const askDiscard = async () => {
    const lost = eventKind ? t('lostEvent', { name, kind: eventKind }) : t('lostJob', { name })
    if (!(await confirmLoss({ title: t('discardTitle'), lost: [lost], confirm: t('confirm') }))) return
    if (await discard.attempt({ params: { id } })) toast(t('discarded'))
  }
  return (
    <ItemRow
      title={
        <>
          {name}
          {eventKind && <code className={classes.kind}>{eventKind}</code>}
        </>
      }
      detail={
        <>
          <span className={classes.error}>{work.error}</span>
          {' · '}
          {t('attempts', { count: work.attempts })}
          {contactId && (
            <>
              {' · '}
              <Link href={`/contacts/${contactId}`}>{t('contact')}</Link>
            </>
          )}
        </>
      }
      trailing={<RelativeTime at={work.failedAt} />}
      actions={
        <>
          <Button size="xs" variant="default" onClick={() => void tryAgain()}>
            {t('retry')}
          </Button>
          <ActionIcon aria-label={t('discard', { name })} onClick={() => void askDiscard()}>
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </>
      }
    />
  )
}
