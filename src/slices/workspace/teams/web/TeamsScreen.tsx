import { IconPencil, IconTrash, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useAllItems } from '../../../../ui/api/use-all-items.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast, toastUndo } from '../../../../ui/feedback/toast.ts'
import { listed } from '../../../../ui/fields/listed.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { DotsMenu, MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Items } from '../../../../ui/screen/Items.tsx'
import { useCreateButton } from '../../../../ui/screen/use-create-button.tsx'
import { listMembers, type Member } from '../../members/schema.ts'
import { SettingsPage } from '../../settings/web/public.tsx'
import { useCan } from '../../sign-in/web/public.tsx'
import { changeTeam, createTeam, deleteTeam, listTeams, type Team } from '../schema.ts'

const messages = defineMessages('teams.teams-screen', {
  title: 'Teams',
  lead: 'Records can belong to a team. Roles that see only their own and their team’s records go by it.',
  create: 'Create team',
  edit: 'Edit team',
  delete: 'Delete team',
  actions: 'Actions for {name}',
  count: '{count, plural, =0 {Nobody yet} one {# member} other {# members}}',
  deleted: 'Team “{name}” deleted.',
  empty: 'Teams appear here',
  emptyText: 'Group members by region, product or trade, and give them their customers.',
  name: 'Name',
  members: 'Members',
  save: 'Save team',
  saved: 'Team “{name}” saved',
})

export default function TeamsScreen() {
  const t = useMessages(messages)
  const mayManage = useCan()('teams:manage')
  const teams = useEndpoint(listTeams, {})
  const members = useAllItems(listMembers, { status: 'active' })
  const [editing, setEditing] = useState<Team | 'new' | null>(null)
  const remove = useCommand(deleteTeam, {
    optimistic: (cache, { params }) => cache.remove('teams', [params.id]),
  })
  const create = useCommand(createTeam)

  const drop = ({ id, name, memberIds }: Team) =>
    remove.attempt({ params: { id } }, () =>
      toastUndo(t('deleted', { name }), () => create.run({ body: { name, memberIds } })),
    )
  const namesOf = (ids: readonly string[]) =>
    members
      .filter(member => ids.includes(member.id))
      .map(member => member.name)
      .join(', ')
  const createButton = useCreateButton(t('title'), t('create'), mayManage && (() => setEditing('new')))
  return (
    <SettingsPage title={t('title')} lead={t('lead')} actions={createButton}>
      <Items
        list={teams}
        label={t('title')}
        empty={{ icon: IconUsersGroup, title: t('empty'), description: t('emptyText'), action: createButton }}
      >
        {team => (
          <ItemRow
            key={team.id}
            title={team.name}
            detail={namesOf(team.memberIds)}
            trailing={t('count', { count: team.memberIds.length })}
            actions={
              mayManage && (
                <DotsMenu label={t('actions', { name: team.name })}>
                  <MenuItem icon={IconPencil} label={t('edit')} onClick={() => setEditing(team)} />
                  <MenuItem icon={IconTrash} label={t('delete')} onClick={() => drop(team)} danger />
                </DotsMenu>
              )
            }
          />
        )}
      </Items>
      {editing && (
        <TeamDialog team={editing === 'new' ? null : editing} members={members} onClose={() => setEditing(null)} />
      )}
    </SettingsPage>
  )
}

interface TeamDialogProps {
  team: Team | null
  members: readonly Member[]
  onClose: () => void
}

function TeamDialog({ team, members, onClose }: TeamDialogProps) {
  const t = useMessages(messages)
  const create = useCommand(createTeam)
  const change = useCommand(changeTeam)
  const form = useForm({
    initial: {
      name: team?.name ?? '',
      memberIds: members.filter(({ id }) => team?.memberIds.includes(id)).map(({ id }) => id),
    },
    submit: async body => {
      if (team) await change.run({ params: { id: team.id }, body })
      else await create.run({ body })
      toast(t('saved', { name: body.name }))
      onClose()
    },
  })
  return (
    <FormDialog
      form={form}
      title={team ? t('edit') : t('create')}
      submitLabel={team ? t('save') : t('create')}
      onClose={onClose}
    >
      <FormField path="name" label={t('name')} required autoFocus />
      <FormField field={listed('member', members).field('memberIds', t('members'))} multiple />
    </FormDialog>
  )
}
