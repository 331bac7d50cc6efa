import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { FactList, type Fact } from '../../../../ui/values/FactList.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { getCompany } from '../schema.ts'
import { companyWords } from './company-words.ts'

const messages = defineMessages('companies.facts-panel', {
  title: 'Facts',
  firstTouch: 'First touch',
  touchpoints: 'Touchpoints',
})

/** What is known of a company by counting. */
export default function FactsPanel({ companyId }: { companyId: string }) {
  const t = useMessages(messages)
  const words = useMessages(companyWords)
  const format = useFormat()
  const company = useEndpoint(getCompany, { params: { id: companyId } }).data
  if (!company) return null
  const { facts } = company
  const time = (label: string, at: string | null): Fact[] => (at ? [{ label, value: <RelativeTime at={at} /> }] : [])
  return (
    <Section title={t('title')}>
      <FactList
        facts={[
          ...(facts.touchpoints > 0 ? [{ label: t('touchpoints'), value: format.number(facts.touchpoints) }] : []),
          ...time(t('firstTouch'), facts.firstTouchAt),
          ...time(words('lastTouchAt'), facts.lastTouchAt),
          ...(company.source ? [{ label: words('source'), value: company.source }] : []),
          ...time(words('createdAt'), company.createdAt),
        ]}
      />
    </Section>
  )
}
