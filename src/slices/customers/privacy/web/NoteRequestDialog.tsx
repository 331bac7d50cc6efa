import { Select, Textarea, TextInput } from '@mantine/core'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import type { FieldOption } from '../../../../ui/fields/field.ts'
import { AsyncSelect } from '../../../../ui/form/AsyncSelect.tsx'
import { DateInput } from '../../../../ui/form/DateInput.tsx'
import { Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { instantAt } from '../../../../ui/i18n/day-bounds.ts'
import { defineMessages, useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { searchContacts } from '../../contacts/web/public.tsx'
import { createRequest, type RequestInput } from '../schema.ts'
import { privacyWords } from './privacy-words.ts'
import classes from './Privacy.module.css'

const kinds = ['access', 'erasure', 'rectification', 'restriction', 'objection'] as const

const messages = defineMessages({
  en: {
    kind: 'What is asked for',
    contactHint: 'Leave empty while it is not known who asks.',
    check: 'How you made sure who asks',
    checkHint: 'For example “called back the number we know”. Leave empty until it is done.',
    noted: 'Request noted',
    received: 'Received on',
  },
  cs: {
    kind: 'O co se žádá',
    contactHint: 'Nechte prázdné, dokud se neví, kdo žádá.',
    check: 'Jak jste ověřili, kdo žádá',
    checkHint: 'Třeba „zavoláno na známé číslo“. Nechte prázdné, dokud to není hotové.',
    noted: 'Žádost zapsána',
    received: 'Přijato dne',
  },
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
      kind: 'access' as (typeof kinds)[number],
      contactId: (contact ?? null) as FieldOption | null,
      askedBy: '',
      email: '',
      identityCheck: '',
      day: today as string | null,
      note: '',
    },
    submit: async ({ kind, contactId, askedBy, email, identityCheck, day, note }) => {
      const body: RequestInput = {
        kind,
        contactId: contactId?.value ?? null,
        askedBy: askedBy.trim() || null,
        email: email.trim() || null,
        identityCheck: identityCheck.trim() || null,
        note: note.trim() || null,
        ...(day === null || day === today ? {} : { receivedAt: instantAt(day, '12:00', format.timeZone) }),
      }
      const { id } = await create.run({ body })
      toast(t('noted'))
      onClose()
      onNoted(id)
    },
  })
  const line = (path: 'askedBy' | 'email' | 'identityCheck', label: string, description?: string) => (
    <FormField path={path} field={{ label, type: 'text' }}>
      {({ value, onChange, error }) => (
        <TextInput
          label={label}
          description={description}
          value={value as string}
          onChange={event => onChange(event.currentTarget.value)}
          error={error}
        />
      )}
    </FormField>
  )
  return (
    <Dialog opened onClose={onClose} title={words('noteRequest')}>
      <Form form={form} submitLabel={words('noteRequest')} onCancel={onClose}>
        <div className={classes.pair}>
          <FormField path="kind" field={{ label: t('kind'), type: 'choice' }}>
            {({ value, onChange }) => (
              <Select
                label={t('kind')}
                data={kinds.map(kind => ({ value: kind, label: words(kind) }))}
                value={value as string}
                onChange={onChange}
                allowDeselect={false}
              />
            )}
          </FormField>
          <FormField path="day" field={{ label: t('received'), type: 'date' }}>
            {({ value, onChange }) => (
              <DateInput
                label={t('received')}
                value={value as string | null}
                onChange={onChange}
                error={form.errors.receivedAt}
              />
            )}
          </FormField>
        </div>
        <FormField path="contactId" field={{ label: words('contact'), type: 'contact' }}>
          {({ value, onChange, error }) => (
            <AsyncSelect
              label={words('contact')}
              description={t('contactHint')}
              value={value as FieldOption | null}
              onChange={onChange}
              search={searchContacts}
              error={error}
            />
          )}
        </FormField>
        {form.values.contactId === null && (
          <div className={classes.pair}>
            {line('askedBy', words('askedBy'))}
            {line('email', words('email'))}
          </div>
        )}
        {line('identityCheck', t('check'), t('checkHint'))}
        <FormField path="note" field={{ label: words('note'), type: 'text' }}>
          {({ value, onChange, error }) => (
            <Textarea
              label={words('note')}
              value={value as string}
              onChange={event => onChange(event.currentTarget.value)}
              error={error}
              autosize
              minRows={2}
              maxRows={8}
            />
          )}
        </FormField>
      </Form>
    </Dialog>
  )
}
