import { IconArrowsJoin2 } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { useIsPhone } from '../../../../ui/layout/use-is-phone.ts'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { listGroups } from '../schema.ts'
import { GroupComparison } from './GroupComparison.tsx'
import { identityWords } from './identity-words.ts'
import { IdentityPage } from './IdentityPage.tsx'
import { PairSplit } from './PairSplit.tsx'
import { QueueActions } from './QueueActions.tsx'
import { RunBar } from './RunBar.tsx'
import { useDecide } from './use-decide.ts'

const messages = defineMessages('identity.groups-screen', {
  empty: 'Groups appear here',
  emptyText: 'When three or more contacts hang together by their pairs, they are decided here in one go.',
  back: 'All groups',
})

export default function GroupsScreen() {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const isPhone = useIsPhone()
  const [state] = useUrlState()
  const of = urlValue(state, 'of')
  const decide = useDecide()
  const list = useInfiniteEndpoint(listGroups, { query: { limit: 20 } })
  const [chosen, setChosen] = useState<string | null>()
  const asked = list.items.find(group => group.contacts.some(contact => contact.id === of))
  const visible =
    list.items.find(group => group.id === chosen) ??
    (chosen === null ? undefined : (asked ?? (isPhone ? undefined : list.items[0])))
  return (
    <IdentityPage title="groups" actions={<QueueActions />}>
      <RunBar />
      <PairSplit
        label={words('groups')}
        lines={list.items.map(({ id, contacts, probability }) => ({
          id,
          names: contacts.map(contact => contact.name),
          probability,
        }))}
        list={list}
        shownId={visible?.id}
        onShow={setChosen}
        back={t('back')}
        onUndo={decide.undoLast}
        empty={<EmptyState icon={IconArrowsJoin2} title={t('empty')} description={t('emptyText')} />}
      >
        {visible && <GroupComparison key={visible.id} group={visible} decide={decide} />}
      </PairSplit>
    </IdentityPage>
  )
}
