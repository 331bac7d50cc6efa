import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { kindNamed, useWebKinds } from '../../../../ui/record/web-kind.ts'
import { RecordPicture } from '../../../../ui/screen/RecordPicture.tsx'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { useSearch } from './public.tsx'
import classes from './SearchScreen.module.css'

const messages = defineMessages('search.search-screen', {
  title: 'Search',
  label: 'Name, e-mail, phone, handle, domain or order number',
  hint: 'Find anybody and anything',
  hintText: 'Type part of a name, even with a slip, an e-mail, a phone number, a handle, a company or an order number.',
  none: 'Nothing found for “{query}”',
  noneText: 'Try fewer letters, or another of the ways in which they are known.',
})

export default function SearchScreen() {
  const t = useMessages(messages)
  const kinds = useWebKinds()
  const [state, change] = useUrlState()
  const [query, setQuery] = useState(urlValue(state, 'q') ?? '')
  const { groups, searching, error } = useSearch(query, 20)
  return (
    <Page title={t('title')} layout="narrow">
      <TextInput
        size="md"
        type="search"
        aria-label={t('label')}
        placeholder={t('label')}
        leftSection={<IconSearch size={16} aria-hidden />}
        autoFocus
        value={query}
        onChange={event => {
          setQuery(event.currentTarget.value)
          change({ q: event.currentTarget.value }, 'replace')
        }}
      />
      <div className={classes.results} aria-busy={searching}>
        {error && <ProblemState problem={asProblem(error)} />}
        {query.trim() === '' && <EmptyState icon={IconSearch} title={t('hint')} description={t('hintText')} />}
        {groups.length === 0 &&
          query.trim() !== '' &&
          !error &&
          (searching ? (
            <SkeletonRows count={6} height={44} />
          ) : (
            <EmptyState title={t('none', { query: query.trim() })} description={t('noneText')} />
          ))}
        {groups.map(group => (
          <Section key={group.kind} title={kindNamed(kinds, group.kind)?.many ?? group.kind}>
            <ul className={classes.list}>
              {group.items.map(hit => (
                <li key={hit.id}>
                  <Link href={`${kindNamed(kinds, hit.kind)?.href}/${hit.id}`} className={classes.hit}>
                    <RecordPicture kind={hit.kind} name={hit.title} size={28} />
                    <span className={classes.text}>
                      <span className={classes.name}>{hit.title}</span>
                      {hit.subtitle && <span className={classes.detail}>{hit.subtitle}</span>}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </Page>
  )
}
