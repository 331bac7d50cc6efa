import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconPlus, IconTrash, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { useAllItems } from '../../../../ui/api/use-all-items.ts'
import { listMembers } from '../../members/schema.ts'
import { SettingsPage } from '../../settings/web/public.tsx'
import { useCan } from '../../sign-in/web/public.tsx'
import { createTeam, deleteTeam, listTeams, type Team } from '../schema.ts'
import { TeamDialog } from './TeamDialog.tsx'

const messages = defineMessages('teams.teams-screen', {
  title: 'Teams',
  lead: 'Contacts and companies can belong to a team. Roles that see only their own and their team’s records go by it.',
  create: 'Create team',
  edit: 'Edit team',
  delete: 'Delete team',
  actions: 'Actions for {name}',
  count: '{count, plural, =0 {Nobody yet} one {# member} other {# members}}',
  deleted: 'Team “{name}” deleted.',
  empty: 'Teams appear here',
  emptyText: 'Group members by region, product or trade, and give them their customers.',
})

export default function TeamsScreen() {
  const t = useMessages(messages)
  const attempt = useAttempt()
  const mayManage = useCan()('teams:manage')
  const teams = useEndpoint(listTeams, {})
  const members = useAllItems(listMembers, { status: 'active' })
  const [editing, setEditing] = useState<Team | 'new' | null>(null)
  const remove = useCommand(deleteTeam, {
    optimistic: (cache, { params }) => cache.remove('teams', [params.id]),
  })
  const create = useCommand(createTeam)
  useShortcuts(t('title'), mayManage ? [{ keys: 'c', label: t('create'), run: () => setEditing('new') }] : [])

  const drop = async ({ id, name, memberIds }: Team) => {
    if (await attempt(remove.run({ params: { id } })))
      toastUndo(t('deleted', { name }), () => create.run({ body: { name, memberIds } }))
  }
  const namesOf = (ids: readonly string[]) =>
    members
      .filter(member => ids.includes(member.id))
      .map(member => member.name)
      .join(', ')
  const createButton = mayManage && (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setEditing('new')}>
      {t('create')}
    </Button>
  )
  return (
    <SettingsPage title={t('title')} lead={t('lead')} actions={createButton}>
      {teams.error ? (
        <ProblemState problem={asProblem(teams.error)} onRetry={() => void teams.refetch()} />
      ) : !teams.data ? (
        <SkeletonRows count={4} height={52} />
      ) : teams.data.items.length === 0 ? (
        <EmptyState icon={IconUsersGroup} title={t('empty')} description={t('emptyText')} action={createButton} />
      ) : (
        <ItemList label={t('title')}>
          {teams.data.items.map(team => (
            <ItemRow
              key={team.id}
              title={team.name}
              detail={namesOf(team.memberIds)}
              trailing={t('count', { count: team.memberIds.length })}
              actions={
                mayManage && (
                  <Menu position="bottom-end">
                    <Menu.Target>
                      <ActionIcon aria-label={t('actions', { name: team.name })}>
                        <IconDots size={16} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item leftSection={<IconPencil size={15} stroke={1.6} />} onClick={() => setEditing(team)}>
                        {t('edit')}
                      </Menu.Item>
                      <Menu.Item
                        color="red"
                        leftSection={<IconTrash size={15} stroke={1.6} />}
                        onClick={() => void drop(team)}
                      >
                        {t('delete')}
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                )
              }
            />
          ))}
        </ItemList>
      )}
      {editing && (
        <TeamDialog team={editing === 'new' ? null : editing} members={members} onClose={() => setEditing(null)} />
      )}
    </SettingsPage>
  )
}
