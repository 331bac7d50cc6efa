import { Button, Menu, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { FormField } from '../../../../ui/form/Form.tsx'
import { LanguageFields } from '../../../../ui/form/LanguageFields.tsx'
import { MoveButtons } from '../../../../ui/form/MoveButtons.tsx'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { languages } from '../../../../ui/i18n/languages.ts'
import { languageName } from '../../../../ui/i18n/regions.ts'
import { MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import { fieldKinds, type FieldKind, type FormField as Field } from '../schema.ts'
import classes from './FieldsEditor.module.css'
import { formWords } from './form-words.ts'

const messages = defineMessages('forms.fields-editor', {
  add: 'Add field',
  label: 'Label',
  required: 'Required',
  options: 'Options, one a line',
  optionsHint: 'In several languages: {example}',
})

export interface FieldsEditorProps {
  fields: readonly Field[]
  onChange: (fields: Field[]) => void
}

/** The fields of the form around it in their order. */
export function FieldsEditor({ fields, onChange }: FieldsEditorProps) {
  const t = useMessages(messages)
  const words = useMessages(formWords)
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
        const path = `fields.${at}`
        return (
          <fieldset key={field.key} className={classes.field}>
            <legend className={classes.kind}>{words(field.kind)}</legend>
            <div className={classes.labels}>
              <LanguageFields path={`${path}.label`} label={t('label')} />
            </div>
            {field.kind === 'choice' && (
              <FormField path={`${path}.options`}>{control => <Options {...control} />}</FormField>
            )}
            <div className={classes.foot}>
              <FormField path={`${path}.isRequired`} label={t('required')} type="yesno" shownAs="boxes" />
              <span className={classes.moves}>
                <MoveButtons
                  name={field.label.en ?? ''}
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
  value: unknown
  onChange: (options: NonNullable<Field['options']>) => void
  error?: string
}

function Options({ value, onChange, error }: OptionsProps) {
  const t = useMessages(messages)
  const options = value as NonNullable<Field['options']>
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
function freeKey(kind: FieldKind, fields: readonly Field[]): string {
  const base = kind.replace('-', '_')
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}_${n}`
    if (!fields.some(field => field.key === key)) return key
  }
}
