import { IconArrowMerge, IconArrowsSplit2, IconScissors, IconShieldCheck } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { rowsOf, type EventRow, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { claimEvents, mergeEvents } from '../events.ts'
import { ContactLink } from './ContactLink.tsx'
import { mergeWords } from './merge-words.ts'

const messages = defineMessages('merges.rows', {
  merged: 'Merged with {name}',
  unmerged: 'Unmerged from {name}',
  split: '{count, plural, one {# way to reach} other {# ways to reach}} taken out',
  claimed: 'Confirmed {value} as his own',
  open: 'Open {name}',
})

function useMerged(event: ShownOf<typeof mergeEvents.merged>): EventRow {
  const t = useMessages(messages)
  const words = useMessages(mergeWords)
  const { name, how } = event.data
  return {
    quiet: true,
    icon: IconArrowMerge,
    title: t('merged', { name }),
    meta: event.actorName ?? words(how),
  }
}

function useUnmerged(event: ShownOf<typeof mergeEvents.unmerged>): EventRow {
  const t = useMessages(messages)
  const { name, contactId } = event.data
  return {
    quiet: true,
    icon: IconArrowsSplit2,
    title: t('unmerged', { name }),
    meta: event.actorName ?? undefined,
    body: <ContactLink id={contactId}>{t('open', { name })}</ContactLink>,
  }
}

function useSplit(event: ShownOf<typeof mergeEvents.split>): EventRow {
  const t = useMessages(messages)
  const { name, contactId, handles } = event.data
  return {
    quiet: true,
    icon: IconScissors,
    title: t('split', { count: handles }),
    meta: event.actorName ?? undefined,
    body: <ContactLink id={contactId}>{t('open', { name })}</ContactLink>,
  }
}

function useClaimed(event: ShownOf<typeof claimEvents.claimed>): EventRow {
  const t = useMessages(messages)
  const { value } = event.data
  return { icon: IconShieldCheck, title: t('claimed', { value }) }
}

export const rows = {
  ...rowsOf(mergeEvents, { merged: useMerged, unmerged: useUnmerged, split: useSplit }),
  ...rowsOf(claimEvents, { claimed: useClaimed }),
}
