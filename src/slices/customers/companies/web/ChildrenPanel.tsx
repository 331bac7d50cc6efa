import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { PersonLine } from '../../../../ui/values/PersonLine.tsx'
import { getCompany } from '../schema.ts'
import classes from './Company.module.css'

const messages = defineMessages('companies.children-panel', { title: 'Subsidiaries' })

/** Companies whose parent this one is; nothing where there are none. */
export default function ChildrenPanel({ id }: { id: string }) {
  const t = useMessages(messages)
  const company = useEndpoint(getCompany, { params: { id } }).data
  if (!company || company.children.length === 0) return null
  return (
    <Section title={t('title')}>
      <ul className={classes.people}>
        {company.children.map(({ id, name, domain }) => (
          <li key={id}>
            <PersonLine name={name} detail={domain} href={`/companies/${id}`} square />
          </li>
        ))}
      </ul>
    </Section>
  )
}
