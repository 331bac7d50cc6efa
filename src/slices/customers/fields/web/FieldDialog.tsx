import { useMemo } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { ProblemError } from '../../../../ui/api/problem-error.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { confirmLoss } from '../../../../ui/feedback/confirm-loss.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { currencyOptions } from '../../../../ui/i18n/regions.ts'
import { useWebKinds } from '../../../../ui/record/web-kind.ts'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { changeField, createField, fieldTypes, type FieldDefinition } from '../schema.ts'
import { useTypeWords } from './field-words.ts'
import { OptionsEditor } from './OptionsEditor.tsx'

const messages = defineMessages('fields.field-dialog', {
  create: 'Create field',
  edit: 'Edit field',
  save: 'Save field',
  label: 'Label',
  type: 'Type',
  typeHint: 'It cannot be changed later.',
  currency: 'Currency',
  options: 'Choices',
  saved: 'Field “{name}” saved',
  usedTitle: 'Take used choices out of the list?',
  usedLost: 'They can no longer be chosen or filtered by',
  usedKept: 'Records that hold them keep them.',
  usedConfirm: 'Remove choices',
})

export interface FieldDialogProps {
  field: FieldDefinition | null
  object: string
  onClose: () => void
}

export function FieldDialog({ field, object, onClose }: FieldDialogProps) {
  const t = useMessages(messages)
  const words = useTypeWords()
  const references = useWebKinds().filter(kind => kind.reference && !kind.isPart)
  const types = [...fieldTypes, ...references.map(kind => kind.name)]
  const locale = useLocale()
  const { workspace } = useSession()
  const create = useCommand(createField)
  const change = useCommand(changeField)
  const currencies = useMemo(() => currencyOptions(locale), [locale])
  const form = useForm({
    initial: {
      label: field?.label ?? '',
      type: field?.type ?? 'text',
      options: field && field.options.length > 0 ? [...field.options] : [''],
      currency: field?.currency ?? workspace.currency,
    },
    submit: async ({ label, type, options: written, currency }) => {
      const hasOptions = type === 'choice' || type === 'choices'
      const options = hasOptions ? written.map(option => option.trim()).filter(Boolean) : undefined
      if (field === null) {
        await create.run({
          body: { object, label, type, options, currency: type === 'money' ? currency : undefined },
        })
      } else if (!(await saveChange(field.id, { label, options }))) return
      toast(t('saved', { name: label }))
      onClose()
    },
  })
  /** False when the person kept the choices that records hold. */
  const saveChange = async (id: string, body: { label: string; options: string[] | undefined }): Promise<boolean> => {
    try {
      await change.run({ params: { id }, body })
      return true
    } catch (error) {
      if (!(error instanceof ProblemError) || error.details.options === undefined) throw error
      const sure = await confirmLoss({
        title: t('usedTitle'),
        lost: [error.message, t('usedLost')],
        kept: t('usedKept'),
        confirm: t('usedConfirm'),
      })
      if (sure) await change.run({ params: { id }, body: { ...body, isConfirmed: true } })
      return sure
    }
  }
  const { type } = form.values
  return (
    <FormDialog
      form={form}
      title={field ? t('edit') : t('create')}
      submitLabel={field ? t('save') : t('create')}
      onClose={onClose}
    >
      <FormField path="label" label={t('label')} required autoFocus />
      <FormField
        path="type"
        label={t('type')}
        type="choice"
        options={optionsOf(types, words)}
        description={field ? undefined : t('typeHint')}
        disabled={field !== null}
        required
      />
      {type === 'money' && (
        <FormField
          path="currency"
          label={t('currency')}
          type="choice"
          options={currencies}
          disabled={field !== null}
          required
        />
      )}
      {(type === 'choice' || type === 'choices') && (
        <FormField path="options">
          {({ value, onChange, error }) => (
            <OptionsEditor label={t('options')} options={value as string[]} onChange={onChange} error={error} />
          )}
        </FormField>
      )}
    </FormDialog>
  )
}
