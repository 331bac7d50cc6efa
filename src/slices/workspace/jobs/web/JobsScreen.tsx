import { Button } from '@mantine/core'
import { IconCircleCheck, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { defineMessages } from '../../../../kernel/messages.ts'
import { refresh, useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { IconButton } from '../../../../ui/layout/IconButton.tsx'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { Stat, StatRow } from '../../../../ui/values/Stat.tsx'
import { SettingsPage } from '../../settings/web/public.tsx'
import {
  countJobs,
  discardParked,
  listParked,
  retryAllParked,
  retryParked,
  type JobCounts,
  type ParkedWork,
} from '../schema.ts'
import classes from './Jobs.module.css'

const messages = defineMessages('jobs.jobs-screen', {
  title: 'Jobs',
  lead: 'Work that Rapport does in the background: delivering events, sending mail, importing.',
  refresh: 'Refresh',
  waiting: 'Waiting',
  running: 'Running',
  scheduled: 'For later',
  undelivered: 'Undelivered events',
  parked: 'Parked',
  parkedTitle: 'Parked work',
  parkedLead: 'It failed again and again, so Rapport stopped trying. Nothing is lost: find the cause, then try again.',
  retryAll: '{count, plural, one {Try # again} other {Try # again}}',
  retried: '{count, plural, one {# piece of work is tried again} other {# pieces of work are tried again}}',
  empty: 'Nothing is parked',
  emptyText: 'Work that fails for good waits here with its error until you try it again or discard it.',
  attempts: '{count, plural, one {# attempt} other {# attempts}}',
  contact: 'Open contact',
  retry: 'Try again',
  retriedOne: '{name} is tried again',
  discard: 'Discard {name}',
  discardTitle: 'Discard this work?',
  lostJob: '{name} will not be done',
  lostEvent: '{name} never learns of {kind}',
  confirm: 'Discard work',
  discarded: 'Work discarded',
})

const numbers = ['running', 'waiting', 'scheduled', 'undelivered', 'parked'] as const
/** The server stops counting there. */
const most = 10_000

export default function JobsScreen() {
  const t = useMessages(messages)
  const format = useFormat()
  const client = useQueryClient()
  const counts = useEndpoint(countJobs, {})
  const parked = useInfiniteEndpoint(listParked, { query: { limit: 50 } })
  const retryAll = useCommand(retryAllParked)
  const numberOf = (count: number) => (count > most ? `${format.number(most)}+` : format.number(count))
  const ids = parked.items.map(work => work.id)
  const tryAll = () => retryAll.attempt({ body: { ids } }, ({ count }) => toast(t('retried', { count })))
  return (
    <SettingsPage
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button variant="default" onClick={() => refresh(client, ['jobs'])}>
          {t('refresh')}
        </Button>
      }
    >
      <Loaded from={counts} rows={1} height={56} compact>
        {data => <Counts counts={data} numberOf={numberOf} labelOf={t} />}
      </Loaded>
      <Section
        title={t('parkedTitle')}
        description={ids.length > 0 ? t('parkedLead') : undefined}
        actions={
          ids.length > 1 && (
            <SmallButton
              label={t('retryAll', { count: ids.length })}
              loading={retryAll.running}
              onClick={() => void tryAll()}
            />
          )
        }
      >
        <Items
          list={parked}
          label={t('parkedTitle')}
          rows={3}
          compact
          empty={{ icon: IconCircleCheck, title: t('empty'), description: t('emptyText') }}
        >
          {work => <ParkedRow key={work.id} work={work} />}
        </Items>
      </Section>
    </SettingsPage>
  )
}

interface CountsProps {
  counts: JobCounts
  numberOf: (count: number) => string
  labelOf: (key: (typeof numbers)[number]) => string
}

function Counts({ counts, numberOf, labelOf }: CountsProps) {
  return (
    <StatRow>
      {numbers.map(key => (
        <Stat key={key} label={labelOf(key)} value={numberOf(counts[key])} />
      ))}
    </StatRow>
  )
}

function ParkedRow({ work }: { work: ParkedWork }) {
  const t = useMessages(messages)
  const retry = useCommand(retryParked, { optimistic: (cache, { params }) => cache.remove('jobs', [params.id]) })
  const discard = useCommand(discardParked)
  const { id, name, eventKind, contactId } = work
  const tryAgain = () => retry.attempt({ params: { id } }, () => toast(t('retriedOne', { name })))
  const lost = eventKind ? t('lostEvent', { name, kind: eventKind }) : t('lostJob', { name })
  const askDiscard = () =>
    discard.attempt({ params: { id } }, () => toast(t('discarded')), {
      title: t('discardTitle'),
      lost: [lost],
      confirm: t('confirm'),
    })
  return (
    <ItemRow
      title={
        <>
          {name}
          {eventKind && <code className={classes.kind}>{eventKind}</code>}
        </>
      }
      detail={[
        <span key="error" className={classes.error}>
          {work.error}
        </span>,
        t('attempts', { count: work.attempts }),
        contactId && (
          <Link key="contact" href={`/contacts/${contactId}`}>
            {t('contact')}
          </Link>
        ),
      ]}
      trailing={<RelativeTime at={work.failedAt} />}
      actions={
        <>
          <SmallButton label={t('retry')} onClick={() => void tryAgain()} />
          <IconButton icon={IconTrash} label={t('discard', { name })} onClick={askDiscard} />
        </>
      }
    />
  )
}
