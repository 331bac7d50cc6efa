import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { Avatar } from '../../../../ui/values/Avatar.tsx'
import { Money } from '../../../../ui/values/Money.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { listContacts } from '../schema.ts'
import classes from './HomeContacts.module.css'

const messages = defineMessages('contacts.home-contacts', {
  title: 'My customers lately',
  empty: 'Customers you own appear here when they buy, write or come by.',
  all: 'Show all my contacts',
})

/** Who of my customers was in touch last. */
export default function HomeContacts() {
  const t = useMessages(messages)
  const { member, workspace } = useSession()
  const query = { 'filter[ownerId]': member.id, 'filter[lastTouchAt][empty]': 'false', sort: '-lastTouchAt', limit: 8 }
  const contacts = useEndpoint(listContacts, { query })
  return (
    <Section title={t('title')}>
      <Loaded from={contacts} rows={8} height={44} compact empty={{ title: t('empty'), compact: true }}>
        {({ items }) => (
          <>
            <ul className={classes.list}>
              {items.map(({ id, name, lastTouchAt, orders, netAmount }) => (
                <li key={id}>
                  <Link href={`/contacts/${id}`} className={classes.item}>
                    <Avatar name={name} size={26} />
                    <span className={classes.name}>{name}</span>
                    <span className={classes.meta}>
                      {orders > 0 && <Money amount={netAmount} currency={workspace.currency} style="round" />}
                      <span className={classes.time}>{lastTouchAt && <RelativeTime at={lastTouchAt} />}</span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
            <Link href={`/contacts?filter[ownerId][in]=${member.id}&sort=-lastTouchAt`} className={classes.all}>
              {t('all')}
            </Link>
          </>
        )}
      </Loaded>
    </Section>
  )
}
