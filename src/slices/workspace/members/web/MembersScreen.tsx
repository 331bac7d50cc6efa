import { Button, SegmentedControl } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { ItemList } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { SettingsPage } from '../../settings/web/public.tsx'
import { useCan } from '../../sign-in/web/public.tsx'
import { listMembers, type Member } from '../schema.ts'
import { Invitations } from './Invitations.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { MemberDialog } from './MemberDialog.tsx'
import { MemberRow } from './MemberRow.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'

const messages = defineMessages('members.members-screen', {
  title: 'Members',
  lead: 'Everyone who works in this workspace.',
  invite: 'Invite member',
  active: 'Active',
  removed: 'Removed',
  none: 'Nobody was removed',
  noneText: 'Members you remove stay named on what they did.',
  more: 'Show more members',
})

type Doing = { what: 'edit' | 'remove'; member: Member } | null

export default function MembersScreen() {
  const t = useMessages(messages)
  const [state, change] = useUrlState()
  const mayManage = useCan()('members:manage')
  const status = urlValue(state, 'status') === 'removed' ? 'removed' : 'active'
  const list = useInfiniteEndpoint(listMembers, { query: { status, limit: 100 } })
  const [doing, setDoing] = useState<Doing>(null)
  const inviting = mayManage && urlValue(state, 'new') === 'invitation'
  const invite = () => change({ new: 'invitation' })
  useShortcuts(t('title'), mayManage ? [{ keys: 'c', label: t('invite'), run: invite }] : [])
  return (
    <SettingsPage
      title={t('title')}
      lead={t('lead')}
      actions={
        mayManage && (
          <Button leftSection={<IconUserPlus size={15} />} onClick={invite}>
            {t('invite')}
          </Button>
        )
      }
    >
      {mayManage && <Invitations />}
      <Section
        title={t('title')}
        actions={
          <SegmentedControl
            size="xs"
            aria-label={t('title')}
            value={status}
            onChange={value => change({ status: value === 'removed' ? value : undefined }, 'replace')}
            data={[
              { value: 'active', label: t('active') },
              { value: 'removed', label: t('removed') },
            ]}
          />
        }
      >
        {list.error ? (
          <ProblemState problem={list.error} onRetry={list.retry} compact />
        ) : list.loading ? (
          <SkeletonRows count={6} height={52} />
        ) : list.items.length === 0 ? (
          <EmptyState title={t('none')} description={t('noneText')} />
        ) : (
          <ItemList label={t('title')}>
            {list.items.map(member => (
              <MemberRow
                key={member.id}
                member={member}
                onEdit={() => setDoing({ what: 'edit', member })}
                onRemove={() => setDoing({ what: 'remove', member })}
              />
            ))}
          </ItemList>
        )}
        {list.hasMore && (
          <Button variant="subtle" color="gray" loading={list.loadingMore} onClick={list.loadMore}>
            {t('more')}
          </Button>
        )}
      </Section>
      {inviting && <InviteDialog onClose={() => change({ new: undefined }, 'replace')} />}
      {doing?.what === 'edit' && <MemberDialog member={doing.member} onClose={() => setDoing(null)} />}
      {doing?.what === 'remove' && <RemoveDialog member={doing.member} onClose={() => setDoing(null)} />}
    </SettingsPage>
  )
}
