import { IconCircleCheck, IconCircleX, IconClockQuestion } from '@tabler/icons-react'
import { inLanguage } from '../../../../kernel/input.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { wordedRows, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { consentEvents } from '../events.ts'
import { listPurposes, consentWords } from '../schema.ts'

const messages = defineMessages('consent.rows', {
  granted: 'Agreed to {purpose}',
  withdrawn: 'Withdrew {purpose}',
  requested: 'Asked to confirm {purpose}',
})

type Stated = ShownOf<(typeof consentEvents)['granted' | 'withdrawn' | 'requested']>

/** The name of the purpose, and how it was said. */
function useStated({ data: { purpose: key, channel, how }, actorName }: Stated) {
  const words = useMessages(consentWords)
  const { locale } = useFormat()
  const purposes = useEndpoint(listPurposes, {}).data?.items
  const purpose = purposes?.find(purpose => purpose.key === key)
  return {
    purpose: purpose ? inLanguage(purpose.name, locale) : purposes ? key : '…',
    meta: [words(channel), words(`how.${how}`), actorName],
  }
}

export const rows = wordedRows(consentEvents, messages, {
  requested(event, t) {
    const { purpose, meta } = useStated(event)
    return { icon: IconClockQuestion, title: t('requested', { purpose }), meta }
  },
  granted(event, t) {
    const { purpose, meta } = useStated(event)
    return { icon: IconCircleCheck, title: t('granted', { purpose }), meta }
  },
  withdrawn(event, t) {
    const { purpose, meta } = useStated(event)
    return { icon: IconCircleX, title: t('withdrawn', { purpose }), meta }
  },
})
