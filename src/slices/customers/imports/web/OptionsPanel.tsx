import { Select, Switch, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { FieldOption } from '../../../../ui/fields/field.ts'
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
} from '../schema.ts'
import classes from './Mapping.module.css'
import { useImportedKinds } from './use-imported-kinds.ts'

const messages = defineMessages('imports.options-panel', {
  what: 'What it is',
  object: 'The file holds',
  source: 'Source',
  sourceHint: 'A later file of the same source updates the same records.',
  sourceWrong: 'Use lower-case letters, digits, dots, hyphens and underscores.',
  existing: 'Records that are there already',
  all: 'Overwrite with the file',
  empty: 'Fill in what is empty',
  none: 'Leave as they are',
  owner: 'Owner where the file names none',
  createCompanies: 'Create companies that rows name',
  createContacts: 'Create customers that rows name',
  negatives: 'Orders below zero are returns',
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

/** What the file is, how its values and its text are read, and what becomes of records that are there. */
export function OptionsPanel({ detail, change, disabled }: OptionsPanelProps) {
  const t = useMessages(messages)
  const kinds = useImportedKinds()
  const locale = useLocale()
  const { options, dialect, object, objects, questions, format } = detail
  const isVcard = format === 'vcard'
  const lists = useMemo(
    () => ({ currency: currencyOptions(locale), timeZone: timeZoneOptions(), country: countryOptions(locale) }),
    [locale],
  )
  const set = (option: Partial<ImportOptions>) => void change({ options: option })
  const pick = <Key extends keyof ImportOptions>(
    key: Key,
    label: string,
    data: readonly { value: string; label: string }[],
    searchable = false,
  ) => (
    <Select
      size="xs"
      label={label}
      data={data}
      value={options[key] as string}
      onChange={value => value && set({ [key]: value })}
      disabled={disabled}
      searchable={searchable}
      allowDeselect={false}
    />
  )
  const toggle = (key: 'createCompanies' | 'createContacts' | 'negativesAreReturns', label: string) => (
    <Switch
      size="xs"
      label={label}
      checked={options[key]}
      onChange={event => set({ [key]: event.currentTarget.checked })}
      disabled={disabled}
    />
  )
  return (
    <>
      <Section title={t('what')}>
        <div className={classes.fields}>
          <Select
            size="xs"
            label={t('object')}
            data={kinds
              .filter(({ table }) => objects.includes(table))
              .map(({ table, many }) => ({ value: table, label: many }))}
            value={object}
            onChange={value => value && value !== object && void change({ object: value })}
            disabled={disabled || isVcard}
            allowDeselect={false}
          />
          <Source
            key={detail.source}
            source={detail.source}
            onChange={source => change({ source })}
            disabled={disabled}
          />
          {pick(
            'update',
            t('existing'),
            updateModes.map(value => ({ value, label: t(value) })),
          )}
          {questions.includes('owner') && (
            <Owner id={options.ownerId} onChange={ownerId => set({ ownerId })} disabled={disabled} />
          )}
          {questions.includes('createCompanies') && toggle('createCompanies', t('createCompanies'))}
          {questions.includes('createContacts') && toggle('createContacts', t('createContacts'))}
          {questions.includes('negativesAreReturns') && toggle('negativesAreReturns', t('negatives'))}
        </div>
      </Section>
      {!isVcard && (
        <>
          <Section title={t('reading')}>
            <div className={classes.fields}>
              {pick(
                'dateOrder',
                t('dateOrder'),
                dateOrders.map(value => ({ value, label: t(value) })),
              )}
              {pick(
                'decimalMark',
                t('decimalMark'),
                decimalMarks.map(value => ({ value, label: t(value) })),
              )}
              {pick('currency', t('currency'), lists.currency, true)}
              {pick('timeZone', t('timeZone'), lists.timeZone, true)}
              {pick('country', t('country'), lists.country, true)}
            </div>
          </Section>
          <Section title={t('file')}>
            <div className={classes.fields}>
              <Select
                size="xs"
                label={t('delimiter')}
                data={delimiters.map(value => ({ value, label: t(delimiterWords[value]) }))}
                value={dialect.delimiter}
                onChange={value => value && void change({ dialect: { delimiter: value as typeof dialect.delimiter } })}
                disabled={disabled}
                allowDeselect={false}
              />
              <Select
                size="xs"
                label={t('encoding')}
                data={encodings.map(value => ({ value, label: value.toUpperCase() }))}
                value={dialect.encoding}
                onChange={value => value && void change({ dialect: { encoding: value as typeof dialect.encoding } })}
                disabled={disabled}
                allowDeselect={false}
              />
              <Switch
                size="xs"
                label={t('header')}
                checked={dialect.hasHeader}
                onChange={event => void change({ dialect: { hasHeader: event.currentTarget.checked } })}
                disabled={disabled}
              />
            </div>
          </Section>
        </>
      )}
    </>
  )
}

function Source({
  source,
  onChange,
  disabled,
}: {
  source: string
  onChange: (source: string) => Promise<boolean>
  disabled: boolean
}) {
  const t = useMessages(messages)
  const [text, setText] = useState(source)
  const isRight = importPatch.shape.source.safeParse(text).success
  const save = () => {
    if (isRight && text.trim() !== source) void onChange(text.trim()).then(isSaved => isSaved || setText(source))
  }
  return (
    <TextInput
      size="xs"
      label={t('source')}
      description={t('sourceHint')}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={event => event.key === 'Enter' && save()}
      error={isRight ? undefined : t('sourceWrong')}
      disabled={disabled}
    />
  )
}

function Owner({
  id,
  onChange,
  disabled,
}: {
  id: string | null
  onChange: (id: string | null) => void
  disabled: boolean
}) {
  const t = useMessages(messages)
  const members = useMembers()
  const value: FieldOption | null = members.optionOf(id)[0] ?? null
  return (
    <AsyncSelect
      size="xs"
      label={t('owner')}
      value={value}
      onChange={option => onChange(option?.value ?? null)}
      search={members.search}
      disabled={disabled}
    />
  )
}
