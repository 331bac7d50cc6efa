import { Select } from '@mantine/core'
import { IconPencil, IconShieldCheck, IconUserMinus } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { roles, type Role } from '../../../../kernel/permissions.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { DotsMenu, MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import { ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Avatar } from '../../../../ui/values/Avatar.tsx'
import { StatusChip } from '../../../../ui/values/StatusChip.tsx'
import { pictureOf, useCan, useSession } from '../../sign-in/web/public.tsx'
import { useTeams } from '../../teams/web/public.tsx'
import { changeRole, type Member } from '../schema.ts'
import classes from './Members.module.css'
import { roleWords } from './role-words.ts'

const messages = defineMessages('members.member-row', {
  you: 'You',
  demo: 'Demo',
  demoHint: 'A person of the demo company: acts in its story and cannot sign in.',
  twoFactor: 'Signs in with a second factor',
  role: 'Role of {name}',
  changed: '{name} is now {role}.',
  actions: 'Actions for {name}',
  edit: 'Edit member',
  remove: 'Remove member',
  gone: 'Removed {when}',
})

export interface MemberRowProps {
  member: Member
  onEdit: () => void
  onRemove: () => void
}

export function MemberRow({ member, onEdit, onRemove }: MemberRowProps) {
  const t = useMessages(messages)
  const words = useMessages(roleWords)
  const format = useFormat()
  const teams = useTeams()
  const session = useSession()
  const can = useCan()
  const isMe = member.id === session.member.id
  const mayManage =
    can('members:manage') && member.removedAt === null && (member.role !== 'owner' || session.member.role === 'owner')
  const change = useCommand(changeRole, {
    optimistic: (cache, { params, body }) =>
      cache.patch('members', [params.id], record => ({ ...record, role: body.role })),
  })
  const give = async (role: Role) => {
    const { id, name, role: before } = member
    const done = await change.attempt({ params: { id }, body: { role } })
    if (done)
      toastUndo(t('changed', { name, role: words(role) }), () => change.run({ params: { id }, body: { role: before } }))
  }
  const detail = [member.email, member.jobTitle, format.list(member.teamIds.flatMap(id => teams.nameOf(id) ?? []))]
  return (
    <ItemRow
      faded={member.removedAt !== null}
      lead={<Avatar name={member.name} src={pictureOf(member)} size={32} />}
      title={
        <>
          {member.name}
          {isMe && <StatusChip>{t('you')}</StatusChip>}
          {!member.hasAccount && !session.workspace.isDemo && (
            <span title={t('demoHint')}>
              <StatusChip>{t('demo')}</StatusChip>
            </span>
          )}
          {member.isTwoFactorOn && <IconShieldCheck size={15} stroke={1.6} role="img" aria-label={t('twoFactor')} />}
        </>
      }
      detail={detail}
      trailing={
        member.removedAt !== null ? (
          t('gone', { when: format.relative(member.removedAt) })
        ) : mayManage ? (
          <Select
            className={classes.role}
            aria-label={t('role', { name: member.name })}
            data={roles.map(value => ({
              value,
              label: words(value),
              disabled: value === 'owner' && session.member.role !== 'owner',
            }))}
            value={member.role}
            onChange={role => role && role !== member.role && void give(role as Role)}
            allowDeselect={false}
            size="xs"
          />
        ) : (
          words(member.role)
        )
      }
      actions={
        mayManage && (
          <DotsMenu label={t('actions', { name: member.name })}>
            <MenuItem icon={IconPencil} label={t('edit')} onClick={onEdit} />
            {!isMe && <MenuItem icon={IconUserMinus} label={t('remove')} onClick={onRemove} danger />}
          </DotsMenu>
        )
      }
    />
  )
}
