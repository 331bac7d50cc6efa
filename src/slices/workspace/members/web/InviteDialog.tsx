import { defineMessages } from '../../../../kernel/messages.ts'
import { roles, type Role } from '../../../../kernel/permissions.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useSession } from '../../sign-in/web/public.tsx'
import { useTeams } from '../../teams/web/public.tsx'
import { inviteMember } from '../schema.ts'
import { roleWords } from './role-words.ts'

const messages = defineMessages('members.invite-dialog', {
  title: 'Invite member',
  email: 'E-mail',
  role: 'Role',
  roleHint: 'Settings, Roles shows what each may do.',
  teams: 'Teams',
  submit: 'Send invitation',
  sent: 'An invitation is on its way to {email}.',
})

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(roleWords)
  const { member } = useSession()
  const teams = useTeams()
  const invite = useCommand(inviteMember)
  const form = useForm({
    initial: { email: '', role: 'member', teamIds: [] as string[] },
    submit: async ({ email, role, teamIds }) => {
      await invite.run({ body: { email, role: role as Role, teamIds } })
      toast(t('sent', { email }))
      onClose()
    },
  })
  const given = roles.slice(0, roles.indexOf(member.role) + 1)
  return (
    <FormDialog form={form} title={t('title')} submitLabel={t('submit')} onClose={onClose}>
      <FormField path="email" label={t('email')} required autoFocus />
      <FormField
        path="role"
        label={t('role')}
        type="choice"
        options={optionsOf(given, words)}
        description={t('roleHint')}
        required
      />
      {teams.all.length > 0 && <FormField field={teams.field('teamIds', t('teams'))} multiple />}
    </FormDialog>
  )
}
