import { Button } from '@mantine/core'
import { IconArrowsJoin2 } from '@tabler/icons-react'
import { useMemo, useRef } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import type { Field } from '../../../../ui/fields/field.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { useIsPhone } from '../../../../ui/layout/use-is-phone.ts'
import { useFilterBar } from '../../../../ui/screen/use-filter-bar.tsx'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { SearchBox } from '../../../../ui/toolbar/SearchBox.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { getCandidate, listCandidates } from '../schema.ts'
import { Comparison } from './Comparison.tsx'
import { identityWords } from './identity-words.ts'
import { IdentityPage } from './IdentityPage.tsx'
import { PairSplit } from './PairSplit.tsx'
import { QueueActions } from './QueueActions.tsx'
import { RunBar } from './RunBar.tsx'
import { useDecide } from './use-decide.ts'
import { useRuns } from './use-runs.ts'

const messages = defineMessages('identity.queue-screen', {
  search: 'Search pairs',
  probability: 'Probability',
  status: 'Status',
  open: 'Open',
  later: 'Put off',
  assigned: 'Assigned',
  assignee: 'Assignee',
  source: 'Source',
  noneTitle: 'No pair matches',
  noneText:
    'No pair fits {by, select, search {this search} filters {these filters} other {this search and these filters}}.',
  back: 'All pairs',
  title: 'Contacts that may be one person appear here',
  text: 'Rapport compares names, addresses, birthdays, phones and handles, says how sure it is and why, and leaves the decision to you. Every join can be undone.',
  done: 'Nothing waits for a decision',
  doneText: 'All contacts have been compared, and no open pair is left. New contacts are compared as they arrive.',
})

export default function QueueScreen() {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const format = useFormat()
  const members = useMembers()
  const isPhone = useIsPhone()
  const [state, change] = useUrlState()
  const decide = useDecide()

  const fields = useMemo<Field[]>(
    () => [
      {
        key: 'status',
        label: t('status'),
        type: 'choice',
        operators: ['eq'],
        options: optionsOf(['open', 'later', 'assigned'] as const, t),
      },
      { key: 'probability', label: t('probability'), type: 'number', operators: ['gte', 'lt'] },
      { ...members.field('assigneeId', t('assignee')), operators: ['eq'] },
      { key: 'source', label: t('source'), type: 'text', operators: ['eq'] },
    ],
    [t, members],
  )
  const { filters, query, bar } = useFilterBar(fields, { pair: undefined })
  const q = urlValue(state, 'q') ?? ''
  const asked = filters.length > 0 ? query : { 'filter[status]': 'open' }
  const isNarrowed = filters.length > 0 || q !== ''
  const list = useInfiniteEndpoint(listCandidates, { query: { ...asked, q, limit: 50 } }, { total: true })

  // The pair that the address came with may stand further down than has been fetched, or be put off.
  const wanted = urlValue(state, 'pair')
  const listed = list.items.findIndex(pair => pair.id === wanted)
  const place = useRef(0)
  const arrived = useRef(wanted)
  if (listed >= 0) {
    place.current = listed
    arrived.current = undefined
  }
  const isElsewhere = wanted !== undefined && wanted === arrived.current && !list.loading
  const alone = useEndpoint(getCandidate, isElsewhere ? { params: { id: wanted } } : null)
  const found = isElsewhere && !alone.error ? alone.data : undefined
  const fallback = isPhone && !wanted ? undefined : list.items[Math.min(place.current, list.items.length - 1)]
  const shown = listed >= 0 ? list.items[listed] : (found ?? fallback)
  const show = (id: string | null) => change({ pair: id ?? undefined }, 'replace')
  const isEmpty = !list.loading && list.items.length === 0
  return (
    <IdentityPage
      title="identity"
      aside={list.total && !isEmpty ? words('count', { count: format.count(list.total) }) : undefined}
      actions={<QueueActions />}
      filters={bar}
      search={
        <SearchBox value={q} onChange={value => change({ q: value, pair: undefined }, 'replace')} label={t('search')} />
      }
    >
      <RunBar />
      <PairSplit
        label={words('pairs')}
        lines={list.items.map(({ a, b, laterAt, ...pair }) => ({
          ...pair,
          names: [a.name, b.name],
          isLater: laterAt !== null,
        }))}
        list={list}
        shownId={shown?.id}
        onShow={show}
        back={t('back')}
        onUndo={decide.undoLast}
        empty={
          isNarrowed ? (
            <EmptyState
              icon={IconArrowsJoin2}
              title={t('noneTitle')}
              description={t('noneText', { by: filters.length === 0 ? 'search' : q === '' ? 'filters' : 'both' })}
            />
          ) : (
            <WhyEmpty />
          )
        }
      >
        {shown && <Comparison key={shown.id} pair={shown} decide={decide} />}
      </PairSplit>
    </IdentityPage>
  )
}

/** What will be here and how to get it, or that the work is done. */
function WhyEmpty() {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const mayRun = useCan()('identity:run')
  const { latest, begin, isBusy } = useRuns()
  const isDone = latest?.kind === 'score' && latest.status === 'done'
  return (
    <EmptyState
      icon={IconArrowsJoin2}
      title={t(isDone ? 'done' : 'title')}
      description={t(isDone ? 'doneText' : 'text')}
      action={
        mayRun && (
          <Button onClick={begin} disabled={isBusy} variant={isDone ? 'default' : 'filled'}>
            {words('find')}
          </Button>
        )
      }
    />
  )
}
