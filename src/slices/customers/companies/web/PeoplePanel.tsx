import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { TextLink } from '../../../../ui/layout/TextLink.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { PersonLine } from '../../../../ui/values/PersonLine.tsx'
import { listContacts } from '../../contacts/schema.ts'
import classes from './Company.module.css'

const messages = defineMessages('companies.people-panel', {
  title: 'Contacts',
  all: 'Show all contacts',
  empty: 'Contacts who belong to this company appear here.',
})

const most = 5

/** The people of a company, those met last first. */
export default function PeoplePanel({ id }: { id: string }) {
  const t = useMessages(messages)
  const contacts = useEndpoint(listContacts, {
    query: { 'filter[companyId]': id, sort: '-lastTouchAt', limit: most + 1 },
  })
  return (
    <Section title={t('title')}>
      <Loaded from={contacts} rows={3} compact empty={{ title: t('empty'), compact: true }}>
        {({ items }) => (
          <>
            <ul className={classes.people}>
              {items.slice(0, most).map(contact => (
                <li key={contact.id}>
                  <PersonLine
                    name={contact.name}
                    detail={contact.jobTitle ?? contact.email}
                    href={`/contacts/${contact.id}`}
                  />
                </li>
              ))}
            </ul>
            {items.length > most && <TextLink href={`/contacts?filter[companyId][in]=${id}`} label={t('all')} />}
          </>
        )}
      </Loaded>
    </Section>
  )
}
