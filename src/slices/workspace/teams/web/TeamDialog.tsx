import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import type { FieldOption } from '../../../../ui/fields/field.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { Member } from '../../members/schema.ts'
import { changeTeam, createTeam, type Team } from '../schema.ts'

const messages = defineMessages('teams.team-dialog', {
  create: 'Create team',
  edit: 'Edit team',
  name: 'Name',
  members: 'Members',
  save: 'Save team',
  saved: 'Team “{name}” saved',
})

export interface TeamDialogProps {
  team: Team | null
  members: readonly Member[]
  onClose: () => void
}

export function TeamDialog({ team, members, onClose }: TeamDialogProps) {
  const t = useMessages(messages)
  const create = useCommand(createTeam)
  const change = useCommand(changeTeam)
  const option = ({ id, name, email }: Member): FieldOption => ({ value: id, label: name, hint: email })
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
  const search = async (query: string) =>
    members
      .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(query.trim().toLowerCase()))
      .map(option)
  return (
    <FormDialog
      form={form}
      title={team ? t('edit') : t('create')}
      submitLabel={team ? t('save') : t('create')}
      onClose={onClose}
    >
      <FormField path="name" label={t('name')} required autoFocus />
      <FormField
        path="memberIds"
        label={t('members')}
        type="member"
        multiple
        options={members.map(option)}
        search={search}
      />
    </FormDialog>
  )
}
