import { Select, TextInput } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { clip } from '../../../../kernel/text.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { fieldKey, fieldTypes, type FieldType } from '../../fields/schema.ts'
import { useTypeWords } from '../../fields/web/field-words.ts'
import type { ImportDetail } from '../schema.ts'
import classes from './Mapping.module.css'
import type { Mapped } from './use-mapping.ts'

const messages = defineMessages('imports.column-row', {
  target: 'Imported as, column {name}',
  ignore: 'Leave out',
  newField: 'New custom field',
  builtIn: 'Fields',
  custom: 'Custom fields',
  other: 'Or',
  label: 'Label of the new field for {name}',
  type: 'Type of the new field for {name}',
  none: 'No values in the first rows',
})

export interface ColumnRowProps {
  index: number
  column: ImportDetail['columns'][number]
  mapping: readonly Mapped[]
  targets: ImportDetail['targets']
  /** Records of this kind have custom fields. */
  hasFields: boolean
  onChange?: (mapped: Mapped) => void
}

const ignore = ' ignore'
const newField = ' new'

/** One column of the file: its name, what stands in it, and what becomes of it. */
export function ColumnRow({ index, column, mapping, targets, hasFields, onChange }: ColumnRowProps) {
  const t = useMessages(messages)
  const mapped = mapping[index] ?? null
  const isNew = mapped?.label !== undefined && !targets.some(target => target.key === mapped.target)
  const { name, samples } = column

  const options = useMemo(() => {
    const taken = new Set(mapping.flatMap((other, at) => (other && at !== index ? [other.target] : [])))
    const option = (target: (typeof targets)[number]) => ({
      value: target.key,
      label: target.label,
      disabled: taken.has(target.key) && !target.isMany,
    })
    const ignored = { value: ignore, label: t('ignore') }
    const groups = [
      { group: t('other'), items: hasFields ? [ignored, { value: newField, label: t('newField') }] : [ignored] },
      { group: t('builtIn'), items: targets.filter(target => !target.isField).map(option) },
      { group: t('custom'), items: targets.filter(target => target.isField).map(option) },
    ]
    return groups.filter(({ items }) => items.length > 0)
  }, [mapping, targets, index, hasFields, t])

  const choose = (value: string | null) => {
    if (value === null || value === ignore) return onChange?.(null)
    if (value !== newField) return onChange?.({ target: value })
    const keys = [...mapping.flatMap(other => other?.target ?? []), ...targets.map(target => target.key)]
    const key = fieldKey(name, new Set(keys.map(taken => taken.replace(/^fields\./, ''))))
    onChange?.({ target: `fields.${key}`, label: clip(name.trim(), 60) || t('newField'), type: 'text' })
  }
  return (
    <tr data-ignored={mapped === null || undefined}>
      <th scope="row" className={classes.name}>
        {name}
      </th>
      <td className={classes.samples}>
        {samples.length === 0 ? (
          <span className={classes.dim}>{t('none')}</span>
        ) : (
          <ul className={classes.sampleList} title={samples.slice(0, 8).join('\n')}>
            {samples.slice(0, 4).map((sample, at) => (
              <li key={at}>{sample}</li>
            ))}
          </ul>
        )}
      </td>
      <td>
        <div className={classes.target}>
          <IconArrowRight size={14} aria-hidden className={classes.arrow} />
          <div className={classes.choice}>
            <Select
              size="xs"
              aria-label={t('target', { name })}
              data={options}
              value={mapped === null ? ignore : isNew ? newField : mapped.target}
              onChange={choose}
              disabled={!onChange}
              searchable
              allowDeselect={false}
              maxDropdownHeight={320}
            />
            {isNew && <NewField name={name} mapped={mapped!} onChange={onChange} />}
          </div>
        </div>
      </td>
    </tr>
  )
}

interface NewFieldProps {
  name: string
  mapped: NonNullable<Mapped>
  onChange?: (mapped: Mapped) => void
}

function NewField({ name, mapped, onChange }: NewFieldProps) {
  const t = useMessages(messages)
  const words = useTypeWords()
  const [label, setLabel] = useState(mapped.label ?? '')
  const save = () => {
    const text = label.trim()
    if (text === '') setLabel(mapped.label ?? '')
    else if (text !== mapped.label) onChange?.({ ...mapped, label: text })
  }
  const shared = { size: 'xs', disabled: !onChange } as const
  return (
    <div className={classes.newField}>
      <TextInput
        {...shared}
        aria-label={t('label', { name })}
        value={label}
        onChange={event => setLabel(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={event => event.key === 'Enter' && save()}
        maxLength={120}
      />
      <Select
        {...shared}
        aria-label={t('type', { name })}
        data={optionsOf(fieldTypes, words)}
        value={mapped.type ?? 'text'}
        onChange={type => onChange?.({ ...mapped, type: type as FieldType })}
        allowDeselect={false}
      />
    </div>
  )
}
