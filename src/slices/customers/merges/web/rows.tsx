import { IconArrowMerge, IconArrowsSplit2, IconScissors, IconShieldCheck } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { wordedRows } from '../../../../ui/screen/event-rows.ts'
import { claimEvents, mergeEvents } from '../events.ts'
import { TextLink } from '../../../../ui/layout/TextLink.tsx'
import { mergeWords } from './merge-words.ts'

const messages = defineMessages('merges.rows', {
  merged: 'Merged with {name}',
  unmerged: 'Unmerged from {name}',
  split: '{count, plural, one {# way to reach} other {# ways to reach}} taken out',
  claimed: 'Confirmed {value} as his own',
  open: 'Open {name}',
})

export const rows = {
  ...wordedRows(mergeEvents, messages, {
    merged({ data: { name, how }, actorName }, t) {
      const words = useMessages(mergeWords)
      return { icon: IconArrowMerge, title: t('merged', { name }), meta: [actorName ?? words(how)] }
    },
    unmerged: ({ data: { name, contactId } }, t) => ({
      icon: IconArrowsSplit2,
      title: t('unmerged', { name }),
      body: <TextLink href={`/contacts/${contactId}`} label={t('open', { name })} isName />,
    }),
    split: ({ data: { name, contactId, handles } }, t) => ({
      icon: IconScissors,
      title: t('split', { count: handles }),
      body: <TextLink href={`/contacts/${contactId}`} label={t('open', { name })} isName />,
    }),
  }),
  ...wordedRows(claimEvents, messages, {
    claimed: ({ data: { value } }, t) => ({
      quiet: false,
      icon: IconShieldCheck,
      title: t('claimed', { value }),
      meta: [],
    }),
  }),
}
