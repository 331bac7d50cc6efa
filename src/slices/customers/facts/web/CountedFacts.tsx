import { defineMessages } from '../../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { FactList, type Fact } from '../../../../ui/values/FactList.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { sharedWords } from '../../fields/web/shared-words.ts'

const messages = defineMessages('facts.counted-facts', {
  title: 'Facts',
  firstTouch: 'First touch',
  touchpoints: 'Touchpoints',
  source: '{source, select, manual {by hand} api {API} import {import} other {{source}}}',
})

export interface Counted {
  facts: { touchpoints: number; firstTouchAt: string | null; lastTouchAt: string | null }
  source: string | null
  createdAt: string
  updatedAt: string
}

/** What is known of a contact or a company by counting. */
export function CountedFacts({ of: { facts, source, createdAt, updatedAt } }: { of: Counted }) {
  const t = useMessages(messages)
  const words = useMessages(sharedWords)
  const format = useFormat()
  const time = (label: string, at: string | null): Fact[] => (at ? [{ label, value: <RelativeTime at={at} /> }] : [])
  return (
    <Section title={t('title')}>
      <FactList
        facts={[
          ...(facts.touchpoints > 0 ? [{ label: t('touchpoints'), value: format.number(facts.touchpoints) }] : []),
          ...time(t('firstTouch'), facts.firstTouchAt),
          ...time(words('lastTouchAt'), facts.lastTouchAt),
          ...(source ? [{ label: words('source'), value: t('source', { source }) }] : []),
          ...time(words('createdAt'), createdAt),
          ...time(words('updatedAt'), updatedAt),
        ]}
      />
    </Section>
  )
}
