import { IconArrowMerge, IconArrowsSplit2, IconScissors, IconShieldCheck } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { EventRow, EventRows, ShownEvent } from '../../../../ui/screen/event-rows.ts'
import type { MergeEvents } from '../events.ts'
import { ContactLink } from './ContactLink.tsx'
import { mergeWords } from './merge-words.ts'

const messages = defineMessages('merges.rows', {
  merged: 'Merged with {name}',
  unmerged: 'Unmerged from {name}',
  split: '{count, plural, one {# way to reach} other {# ways to reach}} taken out',
  claimed: 'Confirmed {value} as his own',
  open: 'Open {name}',
})

function useMerged(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const words = useMessages(mergeWords)
  const { name, how } = event.data as MergeEvents['contact.merged']
  return {
    quiet: true,
    icon: IconArrowMerge,
    title: t('merged', { name }),
    meta: event.actorName ?? words(how),
  }
}

function useUnmerged(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const { name, contactId } = event.data as MergeEvents['contact.unmerged']
  return {
    quiet: true,
    icon: IconArrowsSplit2,
    title: t('unmerged', { name }),
    meta: event.actorName ?? undefined,
    body: <ContactLink id={contactId}>{t('open', { name })}</ContactLink>,
  }
}

function useSplit(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const { name, contactId, handles } = event.data as MergeEvents['contact.split']
  return {
    quiet: true,
    icon: IconScissors,
    title: t('split', { count: handles }),
    meta: event.actorName ?? undefined,
    body: <ContactLink id={contactId}>{t('open', { name })}</ContactLink>,
  }
}

function useClaimed(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const { value } = event.data as MergeEvents['handle.claimed']
  return { icon: IconShieldCheck, title: t('claimed', { value }) }
}

export const rows: EventRows = {
  'contact.merged': useMerged,
  'contact.unmerged': useUnmerged,
  'contact.split': useSplit,
  'handle.claimed': useClaimed,
}
