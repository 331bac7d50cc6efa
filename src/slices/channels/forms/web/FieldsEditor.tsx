import { Button, Checkbox, Menu, TextInput, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { MoveButtons } from '../../../../ui/form/MoveButtons.tsx'
import { useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { languages } from '../../../../ui/i18n/languages.ts'
import { languageName } from '../../../../ui/i18n/regions.ts'
import { MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import { fieldKinds, type FieldKind, type FormField } from '../schema.ts'
import classes from './FieldsEditor.module.css'
import { formWords } from './form-words.ts'

const messages = defineMessages('forms.fields-editor', {
  add: 'Add field',
  label: 'Label ({language})',
  required: 'Required',
  options: 'Options, one a line',
  optionsHint: 'In several languages: {example}',
})

export interface FieldsEditorProps {
  fields: readonly FormField[]
  errors: Readonly<Record<string, string>>
  onChange: (fields: FormField[]) => void
}

/** The fields of a form in their order. */
export function FieldsEditor({ fields, errors, onChange }: FieldsEditorProps) {
  const t = useMessages(messages)
  const words = useMessages(formWords)
  const locale = useLocale()
  const set = (at: number, changes: Partial<FormField>) => onChange(fields.with(at, { ...fields[at]!, ...changes }))
  const swap = (at: number, other: number) => onChange(fields.with(at, fields[other]!).with(other, fields[at]!))
  const add = (kind: FieldKind) =>
    onChange([
      ...fields,
      {
        key: freeKey(kind, fields),
        kind,
        label: { en: words(kind) },
        isRequired: false,
        ...(kind === 'choice' ? { options: [{ en: 'A' }, { en: 'B' }] } : {}),
      },
    ])
  return (
    <div className={classes.fields}>
      {fields.map((field, at) => {
        const name = field.label.en
        const error = (path: string) => errors[`fields.${at}.${path}`]
        return (
          <fieldset key={field.key} className={classes.field}>
            <legend className={classes.kind}>{words(field.kind)}</legend>
            <div className={classes.labels}>
              {languages.map(language => (
                <TextInput
                  key={language}
                  label={t('label', { language: languageName(language, locale) })}
                  value={field.label[language] ?? ''}
                  onChange={event => set(at, { label: { ...field.label, [language]: event.currentTarget.value } })}
                  error={error(`label.${language}`)}
                />
              ))}
            </div>
            {field.kind === 'choice' && (
              <Options
                options={field.options ?? []}
                onChange={options => set(at, { options })}
                error={error('options') ?? error('options.0.en')}
              />
            )}
            <div className={classes.foot}>
              <Checkbox
                label={t('required')}
                checked={field.isRequired}
                onChange={event => set(at, { isRequired: event.currentTarget.checked })}
              />
              <span className={classes.moves}>
                <MoveButtons
                  name={name}
                  index={at}
                  count={fields.length}
                  onMove={to => swap(at, to)}
                  onRemove={() => onChange(fields.toSpliced(at, 1))}
                />
              </span>
            </div>
          </fieldset>
        )
      })}
      <div>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" leftSection={<IconPlus size={15} />}>
              {t('add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {fieldKinds.map(kind => (
              <MenuItem key={kind} label={words(kind)} onClick={() => add(kind)} />
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  )
}

interface OptionsProps {
  options: NonNullable<FormField['options']>
  onChange: (options: NonNullable<FormField['options']>) => void
  error: string | undefined
}

function Options({ options, onChange, error }: OptionsProps) {
  const t = useMessages(messages)
  return (
    <Textarea
      label={t('options')}
      description={t('optionsHint', {
        example: languages.map(language => languageName(language, language)).join(' | '),
      })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autosize
      minRows={2}
      defaultValue={options.map(option => languages.flatMap(language => option[language] || []).join(' | ')).join('\n')}
      onChange={event =>
        onChange(
          event.currentTarget.value
            .split('\n')
            .map(line => line.split('|').map(part => part.trim()))
            .filter(([first]) => first)
            .map(parts =>
              Object.fromEntries(languages.flatMap((language, at) => (parts[at] ? [[language, parts[at]]] : []))),
            )
            .map(option => ({ en: '', ...option })),
        )
      }
      error={error}
    />
  )
}

/** `text`, `text_2`, …: what the answer is kept under. */
function freeKey(kind: FieldKind, fields: readonly FormField[]): string {
  const base = kind.replace('-', '_')
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}_${n}`
    if (!fields.some(field => field.key === key)) return key
  }
}
