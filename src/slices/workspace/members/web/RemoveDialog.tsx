import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { removeMember, type Member } from '../schema.ts'
import { useMembers } from './public.tsx'

const messages = defineMessages('members.remove-dialog', {
  title: 'Remove {name}?',
  text: '{name} is signed out everywhere and cannot come back without a new invitation. What they wrote stays under their name.',
  to: 'Who takes over their contacts, companies and tasks',
  toHint: 'Leave empty and they have no owner.',
  submit: 'Remove member',
  removed: '{name} removed',
})

/** Asks, since the person loses their access, and who takes over. */
export function RemoveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useMessages(messages)
  const members = useMembers()
  const remove = useCommand(removeMember)
  const { id, name } = member
  const form = useForm({
    initial: { reassignTo: null as string | null },
    submit: async ({ reassignTo }) => {
      await remove.run({ params: { id }, query: { reassignTo: reassignTo ?? undefined } })
      toast(t('removed', { name }))
      onClose()
    },
  })
  const search = async (query: string) => (await members.search(query)).filter(option => option.value !== id)
  return (
    <FormDialog form={form} title={t('title', { name })} submitLabel={t('submit')} danger onClose={onClose}>
      <p>{t('text', { name })}</p>
      <FormField field={members.field('reassignTo', t('to'))} search={search} description={t('toHint')} />
    </FormDialog>
  )
}
