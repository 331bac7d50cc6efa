import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { HolderLink } from '../../../../ui/record/HolderLink.tsx'
import { networkOf } from '../policy.ts'
import { addHandle, changeHandle, handleKinds, type Handle, type HandleKind } from '../schema.ts'
import { handleWords } from '../record.ts'
import { webContact } from './contact-record.tsx'

const messages = defineMessages('contacts.handle-dialog', {
  add: 'Add e-mail, phone or handle',
  edit: 'Change {value}',
  save: 'Save',
  kind: 'Kind',
  value: 'Value',
  label: 'Label, for example “work”',
})

export interface HandleDialogProps {
  contactId: string
  /** The one that is changed; its kind stays. */
  handle: Handle | null
  onClose: () => void
}

/** Adds a way to reach a contact, or changes one. */
export function HandleDialog({ contactId, handle, onClose }: HandleDialogProps) {
  const t = useMessages(messages)
  const words = useMessages(handleWords)
  const add = useCommand(addHandle)
  const change = useCommand(changeHandle)
  const form = useForm({
    initial: {
      kind: handle?.kind ?? (null as HandleKind | null),
      value: handle?.value ?? '',
      label: handle?.label ?? null,
    },
    submit: async ({ kind, value, label }) => {
      if (handle) await change.run({ params: { id: contactId, handleId: handle.id }, body: { value, label } })
      else await add.run({ params: { id: contactId }, body: { kind: kind ?? guessKind(value), value, label } })
      onClose()
    },
  })
  const kind = form.values.kind ?? guessKind(form.values.value)
  return (
    <FormDialog
      form={form}
      title={handle ? t('edit', { value: handle.value }) : t('add')}
      submitLabel={t('save')}
      onClose={onClose}
    >
      <FormField path="value" label={t('value')} placeholder={words(kind)} required autoFocus />
      <HolderLink record={webContact} problem={form.problem} />
      <FormField
        path="kind"
        label={t('kind')}
        type="choice"
        options={optionsOf(handleKinds, words)}
        fallback={kind}
        disabled={handle !== null}
        required
      />
      <FormField path="label" label={t('label')} />
    </FormDialog>
  )
}

/** What a typed value most likely is, until a kind is picked. */
function guessKind(value: string): HandleKind {
  const text = value.trim().toLowerCase()
  if (/^\+?[\d\s().-]{5,}$/.test(text)) return 'phone'
  if (text.includes('wa.me/')) return 'whatsapp'
  const network = networkOf(text)
  if (network) return network
  if (/^https?:\/\//.test(text)) return 'website'
  if (/^@\w/.test(text) && !text.slice(1).includes('@')) return 'instagram'
  return 'email'
}
