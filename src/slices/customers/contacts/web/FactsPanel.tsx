import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { FactList, type Fact } from '../../../../ui/values/FactList.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { getContact } from '../schema.ts'
import { contactWords } from './contact-words.ts'

const messages = defineMessages('contacts.facts-panel', {
  title: 'Facts',
  firstTouch: 'First touch',
  touchpoints: 'Touchpoints',
})

/** What is known of a contact by counting. */
export default function FactsPanel({ contactId }: { contactId: string }) {
  const t = useMessages(messages)
  const words = useMessages(contactWords)
  const format = useFormat()
  const contact = useEndpoint(getContact, { params: { id: contactId } }).data
  if (!contact) return null
  const { facts } = contact
  const time = (label: string, at: string | null): Fact[] => (at ? [{ label, value: <RelativeTime at={at} /> }] : [])
  return (
    <Section title={t('title')}>
      <FactList
        facts={[
          ...(facts.touchpoints > 0 ? [{ label: t('touchpoints'), value: format.number(facts.touchpoints) }] : []),
          ...time(t('firstTouch'), facts.firstTouchAt),
          ...time(words('lastTouchAt'), facts.lastTouchAt),
          ...(contact.source ? [{ label: words('source'), value: contact.source }] : []),
          ...time(words('createdAt'), contact.createdAt),
          ...time(words('updatedAt'), contact.updatedAt),
        ]}
      />
    </Section>
  )
}
