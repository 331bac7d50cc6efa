import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import type { ShownRecord } from '../../../../ui/screen/slots.ts'
import { PersonLine } from '../../../../ui/values/PersonLine.tsx'
import type { Company } from '../schema.ts'
import classes from './Company.module.css'

const messages = defineMessages('companies.children-panel', { title: 'Subsidiaries' })

/** Companies whose parent this one is; nothing where there are none. */
export default function ChildrenPanel({ full }: ShownRecord) {
  const t = useMessages(messages)
  const { children } = full as Company
  if (children.length === 0) return null
  return (
    <Section title={t('title')}>
      <ul className={classes.people}>
        {children.map(({ id, name, domain }) => (
          <li key={id}>
            <PersonLine name={name} detail={domain} href={`/companies/${id}`} square />
          </li>
        ))}
      </ul>
    </Section>
  )
}
