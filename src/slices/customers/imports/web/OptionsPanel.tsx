import { Select, Switch, TextInput, type SelectProps } from '@mantine/core'
import { useMemo, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { AsyncSelect } from '../../../../ui/form/AsyncSelect.tsx'
import { useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { countryOptions, currencyOptions, timeZoneOptions } from '../../../../ui/i18n/regions.ts'
import { Section } from '../../../../ui/layout/Section.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import {
  dateOrders,
  decimalMarks,
  delimiters,
  encodings,
  importPatch,
  updateModes,
  type ImportDetail,
  type ImportOptions,
  type ImportPatch,
  type DateOrder,
  type DecimalMark,
  type UpdateMode,
} from '../schema.ts'
import classes from './Mapping.module.css'
import { useImportedKinds } from './use-imported-kinds.ts'

const messages = defineMessages('imports.options-panel', {
  what: 'What it is',
  object: 'The file holds',
  source: 'Source',
  sourceHint: 'A later file of the same source updates the same records.',
  sourceWrong: 'Use lower-case letters, digits, dots, hyphens and underscores.',
  update: 'Records that are there already',
  all: 'Overwrite with the file',
  empty: 'Fill in what is empty',
  none: 'Leave as they are',
  owner: 'Owner where the file names none',
  reading: 'How values are read',
  dateOrder: 'Dates such as 1/2/2026',
  dmy: 'Day first: 1 February',
  mdy: 'Month first: 2 January',
  ymd: 'Year first',
  decimalMark: 'Decimal mark',
  '.': 'Point: 1,200.50',
  ',': 'Comma: 1.200,50',
  currency: 'Currency where none is named',
  timeZone: 'Time zone of times',
  country: 'Country of phone numbers',
  file: 'How the file is written',
  encoding: 'Encoding',
  delimiter: 'Delimiter',
  comma: 'Comma',
  semicolon: 'Semicolon',
  tab: 'Tab',
  bar: 'Vertical bar',
  header: 'The first row holds the names of columns',
})

const delimiterWords = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

export interface OptionsPanelProps {
  detail: ImportDetail
  change: (patch: ImportPatch) => Promise<boolean>
  disabled: boolean
}

interface Choice<Value extends string> {
  value: Value
  label: string
}

/** What the file is, how its values and its text are read, and what becomes of records that are there. */
export function OptionsPanel({ detail, change, disabled }: OptionsPanelProps) {
  const t = useMessages(messages)
  const kinds = useImportedKinds()
  const members = useMembers()
  const locale = useLocale()
  const { options, dialect, object, objects, questions, targets, format, hasPhones } = detail
  const isVcard = format === 'vcard'
  const lists = useMemo(() => {
    const worded = <Value extends DateOrder | DecimalMark | UpdateMode>(values: readonly Value[]) =>
      values.map(value => ({ value, label: t(value as UpdateMode) }))
    return {
      update: worded(updateModes),
      dateOrder: worded(dateOrders),
      decimalMark: worded(decimalMarks),
      currency: currencyOptions(locale),
      timeZone: timeZoneOptions(),
      country: countryOptions(locale),
    }
  }, [locale, t])
  const holds = kinds.filter(({ table }) => objects.includes(table))
  const set = (option: Partial<ImportOptions>) => void change({ options: option })
  const read = (patch: ImportPatch['dialect']) => void change({ dialect: patch })

  const select = <Value extends string>(
    label: string,
    data: readonly Choice<Value>[],
    value: Value,
    onChange: (value: Value) => void,
    more: Pick<SelectProps, 'searchable' | 'disabled'> = {},
  ) => (
    <Select
      key={label}
      {...{ size: 'xs', disabled, allowDeselect: false, label, data, value, ...more }}
      onChange={next => next && next !== value && onChange(next as Value)}
    />
  )
  const toggle = (label: string, checked: boolean, onChange: (checked: boolean) => void) => (
    <Switch
      key={label}
      {...{ size: 'xs', disabled, label, checked }}
      onChange={event => onChange(event.currentTarget.checked)}
    />
  )
  const pick = (key: keyof typeof lists) =>
    select<string>(t(key), lists[key], options[key], value => set({ [key]: value }), {
      searchable: lists[key].length > 9,
    })

  return (
    <>
      <Section title={t('what')}>
        <div className={classes.fields}>
          {select(
            t('object'),
            holds.map(({ table, many }) => ({ value: table, label: many })),
            object,
            value => void change({ object: value }),
            { disabled: disabled || isVcard },
          )}
          <Source key={detail.source} source={detail.source} save={source => change({ source })} disabled={disabled} />
          {pick('update')}
          {targets.some(({ key }) => key === 'owner') && (
            <AsyncSelect
              size="xs"
              label={t('owner')}
              value={members.optionOf(options.ownerId)[0] ?? null}
              onChange={option => set({ ownerId: option?.value ?? null })}
              search={members.search}
              disabled={disabled}
            />
          )}
          {questions.map(({ key, label }) => toggle(label, options[key] !== false, value => set({ [key]: value })))}
        </div>
      </Section>
      {!isVcard && (
        <>
          <Section title={t('reading')}>
            <div className={classes.fields}>
              {(['dateOrder', 'decimalMark', 'currency', 'timeZone'] as const).map(pick)}
              {hasPhones && pick('country')}
            </div>
          </Section>
          <Section title={t('file')}>
            <div className={classes.fields}>
              {select(
                t('delimiter'),
                delimiters.map(value => ({ value, label: t(delimiterWords[value]) })),
                dialect.delimiter,
                delimiter => read({ delimiter }),
              )}
              {select(
                t('encoding'),
                encodings.map(value => ({ value, label: value.toUpperCase() })),
                dialect.encoding,
                encoding => read({ encoding }),
              )}
              {toggle(t('header'), dialect.hasHeader, hasHeader => read({ hasHeader }))}
            </div>
          </Section>
        </>
      )}
    </>
  )
}

interface SourceProps {
  source: string
  save: (source: string) => Promise<boolean>
  disabled: boolean
}

function Source({ source, save, disabled }: SourceProps) {
  const t = useMessages(messages)
  const [text, setText] = useState(source)
  const isRight = importPatch.shape.source.safeParse(text).success
  const leave = () => {
    if (isRight && text.trim() !== source) void save(text.trim()).then(isSaved => isSaved || setText(source))
  }
  return (
    <TextInput
      size="xs"
      label={t('source')}
      description={t('sourceHint')}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={event => event.key === 'Enter' && leave()}
      error={isRight ? undefined : t('sourceWrong')}
      disabled={disabled}
    />
  )
}
