import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { listCandidates } from '../schema.ts'
import { shareText } from './share.ts'

const messages = defineMessages('identity.may-be-same', { title: 'May be the same as' })

/** Whom a contact may be one person with; nothing when nobody. */
export default function MayBeSame({ id: contactId }: { id: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const pairs = useEndpoint(listCandidates, { query: { 'filter[contactId]': contactId, limit: 3 } }).data?.items
  if (!pairs || pairs.length === 0) return null
  return (
    <Section title={t('title')}>
      <ItemList label={t('title')}>
        {pairs.map(({ id, a, b, probability, evidence }) => (
          <ItemRow
            key={id}
            title={<Link href={`/identity?pair=${id}`}>{(a.id === contactId ? b : a).name}</Link>}
            detail={evidence[0]?.words}
            trailing={<span className="tabular">{shareText(format, probability)}</span>}
          />
        ))}
      </ItemList>
    </Section>
  )
}
