import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import type { FieldOption } from '../../../../ui/fields/field.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FieldPair, FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { instantAt } from '../../../../ui/i18n/day-bounds.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { contactReference } from '../../contacts/web/public.tsx'
import { createRequest, requestKinds, type RequestInput, type RequestKind } from '../schema.ts'
import { privacyWords } from './privacy-words.ts'

const messages = defineMessages('privacy.note-request-dialog', {
  kind: 'What is asked for',
  contactHint: 'Leave empty while it is not known who asks.',
  check: 'How you made sure who asks',
  checkHint: 'For example “called back the number we know”. Leave empty until it is done.',
  noted: 'Request noted',
  received: 'Received on',
})

export interface NoteRequestDialogProps {
  contact?: FieldOption
  onClose: () => void
  onNoted: (id: string) => void
}

export function NoteRequestDialog({ contact, onClose, onNoted }: NoteRequestDialogProps) {
  const t = useMessages(messages)
  const words = useMessages(privacyWords)
  const format = useFormat()
  const create = useCommand(createRequest)
  const today = format.dayKey(new Date().toISOString())
  const form = useForm({
    initial: {
      kind: 'access' as RequestKind,
      contactId: contact?.value ?? null,
      askedBy: null as string | null,
      email: null as string | null,
      identityCheck: null as string | null,
      day: today as string | null,
      note: null as string | null,
    },
    submit: async ({ day, ...rest }) => {
      const body: RequestInput = {
        ...rest,
        ...(day === null || day === today ? {} : { receivedAt: instantAt(day, '12:00', format.timeZone) }),
      }
      const { id } = await create.run({ body })
      toast(t('noted'))
      onClose()
      onNoted(id)
    },
  })
  return (
    <FormDialog form={form} title={words('noteRequest')} size="md" onClose={onClose}>
      <FieldPair>
        <FormField path="kind" label={t('kind')} type="choice" options={optionsOf(requestKinds, words)} required />
        <FormField path="day" errorPath="receivedAt" label={t('received')} type="date" />
      </FieldPair>
      <FormField
        path="contactId"
        label={words('contact')}
        type="record"
        search={contactReference.search}
        chosen={contact && [contact]}
        description={t('contactHint')}
      />
      {form.values.contactId === null && (
        <FieldPair>
          <FormField path="askedBy" label={words('askedBy')} />
          <FormField path="email" label={words('email')} />
        </FieldPair>
      )}
      <FormField path="identityCheck" label={t('check')} description={t('checkHint')} />
      <FormField path="note" label={words('note')} type="long" />
    </FormDialog>
  )
}
