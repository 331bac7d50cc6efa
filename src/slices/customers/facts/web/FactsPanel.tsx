import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import type { ShownRecord } from '../../../../ui/screen/slots.ts'
import { FactList, type Fact } from '../../../../ui/values/FactList.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { sharedWords } from '../../fields/record.ts'

const messages = defineMessages('facts.facts-panel', {
  title: 'Facts',
  firstTouch: 'First touch',
  touchpoints: 'Touchpoints',
  source: '{source, select, manual {by hand} api {API} import {import} other {{source}}}',
})

/** As much of any record as there is to tell. */
interface Counted {
  facts?: { touchpoints: number; firstTouchAt: string | null; lastTouchAt: string | null }
  source: string | null
  createdAt: string
  updatedAt: string
}

/** What is known of a record by counting, and where it came from. */
export default function FactsPanel({ full }: ShownRecord) {
  const { facts, source, createdAt, updatedAt } = full as Counted
  const t = useMessages(messages)
  const words = useMessages(sharedWords)
  const format = useFormat()
  const time = (label: string, at: string | null | undefined): Fact[] =>
    at ? [{ label, value: <RelativeTime at={at} /> }] : []
  return (
    <Section title={t('title')}>
      <FactList
        facts={[
          ...(facts && facts.touchpoints > 0
            ? [{ label: t('touchpoints'), value: format.number(facts.touchpoints) }]
            : []),
          ...time(t('firstTouch'), facts?.firstTouchAt),
          ...time(words('lastTouchAt'), facts?.lastTouchAt),
          ...(source ? [{ label: words('source'), value: t('source', { source }) }] : []),
          ...time(words('createdAt'), createdAt),
          ...time(words('updatedAt'), updatedAt),
        ]}
      />
    </Section>
  )
}
