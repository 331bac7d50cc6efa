import { IconCircleCheck, IconCircleX, IconClockQuestion } from '@tabler/icons-react'
import { inLanguage } from '../../../../kernel/input.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { rowsOf, type EventRow, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { consentEvents } from '../events.ts'
import { listPurposes } from '../schema.ts'
import { consentWords } from './consent-words.ts'

const messages = defineMessages('consent.rows', {
  granted: 'Agreed to {purpose}',
  withdrawn: 'Withdrew {purpose}',
  requested: 'Asked to confirm {purpose}',
})

const icons = { granted: IconCircleCheck, withdrawn: IconCircleX, requested: IconClockQuestion }

function stated(state: keyof typeof icons) {
  return function useStated({ data, actorName }: ShownOf<(typeof consentEvents)[typeof state]>): EventRow {
    const t = useMessages(messages)
    const words = useMessages(consentWords)
    const { locale } = useFormat()
    const purposes = useEndpoint(listPurposes, {}).data?.items ?? []
    const { purpose: key, channel, how } = data
    const purpose = purposes.find(purpose => purpose.key === key)
    return {
      quiet: true,
      icon: icons[state],
      title: t(state, { purpose: purpose ? inLanguage(purpose.name, locale) : key }),
      meta: [words(channel), words(`how.${how}`), actorName].filter(Boolean).join(' · '),
    }
  }
}

export const rows = rowsOf(consentEvents, {
  requested: stated('requested'),
  granted: stated('granted'),
  withdrawn: stated('withdrawn'),
})
