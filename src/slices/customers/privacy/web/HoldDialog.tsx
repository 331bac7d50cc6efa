import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { holdContact, type LegalHold } from '../schema.ts'

const messages = defineMessages('privacy.hold-dialog', {
  title: 'Put under legal hold',
  reason: 'Reason',
  reasonHint: 'Shown to whoever wants to erase the person.',
  until: 'Until',
  untilHint: 'Empty: until somebody ends it.',
})

export function HoldDialog({
  contactId,
  hold,
  onClose,
}: {
  contactId: string
  hold: LegalHold | null
  onClose: () => void
}) {
  const t = useMessages(messages)
  const put = useCommand(holdContact)
  const form = useForm({
    initial: { reason: hold?.reason ?? '', until: hold?.until ?? (null as string | null) },
    submit: async body => {
      await put.run({ params: { id: contactId }, body })
      onClose()
    },
  })
  return (
    <FormDialog form={form} title={t('title')} onClose={onClose}>
      <FormField path="reason" label={t('reason')} type="long" description={t('reasonHint')} required autoFocus />
      <FormField path="until" label={t('until')} type="date" description={t('untilHint')} />
    </FormDialog>
  )
}
