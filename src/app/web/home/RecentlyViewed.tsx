import { defineMessages } from '../../../kernel/messages.ts'
import { useMessages } from '../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../ui/layout/EmptyState.tsx'
import { Section } from '../../../ui/layout/Section.tsx'
import { RecordPicture } from '../../../ui/screen/RecordPicture.tsx'
import { useRecents } from '../../../ui/screen/recents.ts'
import { PersonLine } from '../../../ui/values/PersonLine.tsx'
import classes from './RecentlyViewed.module.css'

const messages = defineMessages('app.recently-viewed', {
  title: 'Recently viewed',
  empty: 'The records that you open appear here.',
})

/** Kept in this browser: what this person looked at last. */
export function RecentlyViewed() {
  const t = useMessages(messages)
  const recents = useRecents().slice(0, 8)
  return (
    <Section title={t('title')}>
      {recents.length === 0 ? (
        <EmptyState title={t('empty')} compact />
      ) : (
        <ul className={classes.list}>
          {recents.map(({ id, kind, label, href }) => (
            <li key={id} className={classes.item}>
              <PersonLine
                name={label}
                href={href}
                picture={
                  <span className={classes.picture}>
                    <RecordPicture kind={kind} name={label} size={22} />
                  </span>
                }
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
