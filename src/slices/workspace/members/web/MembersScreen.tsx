import { SegmentedControl } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { useCreateButton } from '../../../../ui/screen/use-create-button.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
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
  const invite = useCreateButton(
    t('title'),
    t('invite'),
    mayManage && (() => change({ new: 'invitation' })),
    IconUserPlus,
  )
  return (
    <SettingsPage title={t('title')} lead={t('lead')} actions={invite}>
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
        <Items list={list} label={t('title')} rows={6} compact empty={{ title: t('none'), description: t('noneText') }}>
          {member => (
            <MemberRow
              key={member.id}
              member={member}
              onEdit={() => setDoing({ what: 'edit', member })}
              onRemove={() => setDoing({ what: 'remove', member })}
            />
          )}
        </Items>
      </Section>
      {inviting && <InviteDialog onClose={() => change({ new: undefined }, 'replace')} />}
      {doing?.what === 'edit' && <MemberDialog member={doing.member} onClose={() => setDoing(null)} />}
      {doing?.what === 'remove' && <RemoveDialog member={doing.member} onClose={() => setDoing(null)} />}
    </SettingsPage>
  )
}
