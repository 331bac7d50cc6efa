import { IconCircleCheck, IconCircleX, IconClockQuestion } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { EventRow, EventRows, ShownEvent } from '../../../../ui/screen/event-rows.ts'
import type { ConsentEvents } from '../events.ts'
import { listPurposes } from '../schema.ts'
import { consentWords, wordIn } from './consent-words.ts'

const messages = defineMessages('consent.rows', {
  granted: 'Agreed to {purpose}',
  withdrawn: 'Withdrew {purpose}',
  requested: 'Asked to confirm {purpose}',
})

const icons = { granted: IconCircleCheck, withdrawn: IconCircleX, requested: IconClockQuestion }

function useConsent(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const words = useMessages(consentWords)
  const { locale } = useFormat()
  const purposes = useEndpoint(listPurposes, {}).data?.items ?? []
  const state = event.kind.split('.')[1] as keyof typeof icons
  const { purpose: key, channel, how } = event.data as ConsentEvents['consent.granted']
  const purpose = purposes.find(own => own.key === key)
  return {
    quiet: true,
    icon: icons[state],
    title: t(state, { purpose: purpose ? wordIn(purpose.name, locale) : key }),
    meta: [words(channel), words(`how.${how}`), event.actorName].filter(Boolean).join(' · '),
  }
}

export const rows: EventRows = { 'consent.*': useConsent }
