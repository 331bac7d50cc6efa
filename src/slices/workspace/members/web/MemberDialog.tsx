import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useTeams } from '../../teams/web/public.tsx'
import { changeMember, type Member } from '../schema.ts'

const messages = defineMessages('members.member-dialog', {
  title: 'Edit member',
  name: 'Name',
  jobTitle: 'Job title',
  teams: 'Teams',
  submit: 'Save member',
  saved: '{name} saved',
})

export function MemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
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
    <FormDialog form={form} title={t('title')} submitLabel={t('submit')} onClose={onClose}>
      <FormField path="name" label={t('name')} required autoFocus />
      <FormField path="jobTitle" label={t('jobTitle')} />
      <FormField field={teams.field('teamIds', t('teams'))} multiple />
    </FormDialog>
  )
}
