import { SegmentedControl } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { useCreateButton } from '../../../../ui/screen/use-create-button.tsx'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { SettingsPage } from '../../settings/web/public.tsx'
import { useCan } from '../../sign-in/web/public.tsx'
import { useTeams } from '../../teams/web/public.tsx'
import { changeMember, listMembers, removeMember, type Member } from '../schema.ts'
import { Invitations } from './Invitations.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { MemberRow } from './MemberRow.tsx'
import { useMembers } from './public.tsx'

const messages = defineMessages('members.members-screen', {
  title: 'Members',
  lead: 'Everyone who works in this workspace.',
  invite: 'Invite member',
  active: 'Active',
  removed: 'Removed',
  none: 'Nobody was removed',
  noneText: 'Members you remove stay named on what they did.',
  edit: 'Edit member',
  name: 'Name',
  jobTitle: 'Job title',
  teams: 'Teams',
  save: 'Save member',
  saved: '{name} saved',
  removeTitle: 'Remove {name}?',
  removeText:
    '{name} is signed out everywhere and cannot come back without a new invitation. What they wrote stays under their name.',
  to: 'Who takes over what they own',
  toHint: 'Leave empty and they have no owner.',
  remove: 'Remove member',
  isRemoved: '{name} removed',
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
            data={optionsOf(['active', 'removed'], t)}
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

function MemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useMessages(messages)
  const teams = useTeams()
  const change = useCommand(changeMember)
  const form = useForm({
    initial: { name: member.name, jobTitle: member.jobTitle, teamIds: member.teamIds },
    submit: async body => {
      await change.run({ params: { id: member.id }, body })
      toast(t('saved', { name: body.name }))
      onClose()
    },
  })
  return (
    <FormDialog form={form} title={t('edit')} submitLabel={t('save')} onClose={onClose}>
      <FormField path="name" label={t('name')} required autoFocus />
      <FormField path="jobTitle" label={t('jobTitle')} />
      <FormField field={teams.field('teamIds', t('teams'))} multiple />
    </FormDialog>
  )
}

/** Asks, since the person loses their access, and who takes over. */
function RemoveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useMessages(messages)
  const members = useMembers()
  const remove = useCommand(removeMember)
  const { id, name } = member
  const form = useForm({
    initial: { reassignTo: null as string | null },
    submit: async ({ reassignTo }) => {
      await remove.run({ params: { id }, query: { reassignTo: reassignTo ?? undefined } })
      toast(t('isRemoved', { name }))
      onClose()
    },
  })
  const search = async (query: string) => (await members.search(query)).filter(option => option.value !== id)
  return (
    <FormDialog form={form} title={t('removeTitle', { name })} submitLabel={t('remove')} danger onClose={onClose}>
      <p>{t('removeText', { name })}</p>
      <FormField field={members.field('reassignTo', t('to'))} search={search} description={t('toHint')} />
    </FormDialog>
  )
}
