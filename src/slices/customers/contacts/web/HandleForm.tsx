import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { asProblem, type ProblemError } from '../../../../ui/api/problem-error.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { useProblemWords } from '../../../../ui/screen/problem-words.ts'
import { networkOf } from '../policy.ts'
import { handleKinds, type HandleKind } from '../schema.ts'
import classes from './HandleForm.module.css'
import { handleWords } from './handle-words.ts'

const messages = defineMessages('contacts.handle-form', {
  kind: 'Kind',
  value: 'Value',
  label: 'Label, for example “work”',
  cancel: 'Cancel',
  add: 'Add',
  save: 'Save',
  taken: 'Open the contact who has it',
})

export interface HandleFormProps {
  /** Set when a handle is edited; its kind stays. */
  kind?: HandleKind
  value?: string
  label?: string | null
  onSave: (handle: { kind: HandleKind; value: string; label: string | null }) => Promise<void>
  onCancel: () => void
}

export function HandleForm({
  kind: fixed,
  value: before = '',
  label: labelBefore = null,
  onSave,
  onCancel,
}: HandleFormProps) {
  const t = useMessages(messages)
  const words = useMessages(handleWords)
  const problemWords = useProblemWords()
  const [picked, setPicked] = useState<HandleKind | null>(fixed ?? null)
  const [value, setValue] = useState(before)
  const [label, setLabel] = useState(labelBefore ?? '')
  const [error, setError] = useState<ProblemError | null>(null)
  const [saving, setSaving] = useState(false)
  const kind = picked ?? guessKind(value)
  const save = async () => {
    setSaving(true)
    setError(null)
    try {
      await onSave({ kind, value: value.trim(), label: label.trim() || null })
    } catch (problem) {
      setError(asProblem(problem))
      setSaving(false)
    }
  }
  return (
    <form
      className={classes.form}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.nativeEvent.stopImmediatePropagation()
        onCancel()
      }}
    >
      <TextInput
        size="xs"
        aria-label={t('value')}
        placeholder={words(kind)}
        autoFocus
        value={value}
        onChange={event => setValue(event.currentTarget.value)}
        error={error && problemWords(error)}
      />
      {typeof error?.details.contactId === 'string' && (
        <Link href={`/contacts/${error.details.contactId}`} className={classes.holder}>
          {t('taken')}
        </Link>
      )}
      <div className={classes.row}>
        <Select
          size="xs"
          aria-label={t('kind')}
          data={handleKinds.map(handleKind => ({ value: handleKind, label: words(handleKind) }))}
          value={kind}
          disabled={fixed !== undefined}
          allowDeselect={false}
          onChange={next => setPicked(next as HandleKind)}
        />
        <TextInput
          size="xs"
          aria-label={t('label')}
          placeholder={t('label')}
          value={label}
          onChange={event => setLabel(event.currentTarget.value)}
        />
      </div>
      <div className={classes.actions}>
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button size="xs" type="submit" loading={saving} disabled={value.trim() === ''}>
          {fixed ? t('save') : t('add')}
        </Button>
      </div>
    </form>
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
