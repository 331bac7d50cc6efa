import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
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
  const { data, error, refetch } = useEndpoint(listContacts, {
    query: { 'filter[companyId]': id, sort: '-lastTouchAt', limit: most + 1 },
  })
  return (
    <Section title={t('title')}>
      {!data ? (
        <Loaded from={{ data, error, refetch }} rows={3} compact />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('empty')} compact />
      ) : (
        <>
          <ul className={classes.people}>
            {data.items.slice(0, most).map(contact => (
              <li key={contact.id}>
                <PersonLine
                  name={contact.name}
                  detail={contact.jobTitle ?? contact.email}
                  href={`/contacts/${contact.id}`}
                />
              </li>
            ))}
          </ul>
          {data.items.length > most && (
            <Link href={`/contacts?filter[companyId][in]=${id}`} className={classes.all}>
              {t('all')}
            </Link>
          )}
        </>
      )}
    </Section>
  )
}
