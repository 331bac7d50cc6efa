import { useMemo } from 'react'
import { hasKey, say } from '../../../../kernel/messages.ts'
import type { Columns } from '../../../../kernel/record/record.ts'
import type { FieldOption } from '../../../../ui/fields/field.ts'
import { useLocale, useText } from '../../../../ui/i18n/i18n.tsx'
import { countryOptions, currencyOptions, languageOptions, timeZoneOptions } from '../../../../ui/i18n/regions.ts'
import { fieldOfColumn } from '../../../../ui/record/field-of-column.tsx'
import { valueOf, type RecordField } from '../../../../ui/record/record-field.ts'
import { useWebKinds } from '../../../../ui/record/web-kind.ts'
import type { RecordHost, WebRecord } from '../../../../ui/record/web-record.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { NumberText } from '../../../../ui/values/NumberText.tsx'
import { MemberLine, useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan, useIsWithin, useSession } from '../../../workspace/sign-in/web/public.tsx'
import { useTeams } from '../../../workspace/teams/web/public.tsx'
import { useListState } from '../../../workspace/views/web/public.tsx'
import { factColumns } from '../../facts/record.ts'
import { importField } from '../../imports/web/public.tsx'
import { EditableTags } from '../../tags/web/EditableTags.tsx'
import { TagChips, useTags } from '../../tags/web/public.tsx'
import { referring, useCustomFields } from './public.tsx'
import { sharedWords } from '../record.ts'

/** What is particular to fields that several kinds of records have. */
const shared: Readonly<Record<string, Partial<RecordField<any>>>> = {
  phone: { isReadOnly: false, width: 140, isHidden: true, hrefOf: phone => `tel:${phone}` },
  ownerId: { width: 124 },
  teamId: { width: 120, isHidden: true },
  tagIds: { width: 112 },
  city: { width: 118 },
  country: { width: 116 },
  language: { width: 110, isHidden: true },
  source: { width: 120, isHidden: true },
  orders: { width: 80, render: row => row.orders > 0 && <NumberText value={row.orders} /> },
  netAmount: {
    operators: ['gte', 'lte'],
    width: 88,
    render: row => row.orders > 0 && <Revenue amount={row.netAmount} />,
  },
  lastTouchAt: { width: 100 },
  createdAt: { width: 110, isHidden: true },
  updatedAt: { width: 110, isHidden: true },
}

function Revenue({ amount }: { amount: number }) {
  return <Money amount={amount} currency={useSession().workspace.currency} style="round" />
}

/** What there is to choose from, by the key of the column. */
const choices: Readonly<Record<string, (locale: string) => readonly FieldOption[]>> = {
  country: countryOptions,
  language: languageOptions,
  timeZone: timeZoneOptions,
  currency: currencyOptions,
}

function useFields(record: WebRecord<any, any>): readonly RecordField<any>[] {
  const text = useText()
  const locale = useLocale()
  const { workspace, permissions } = useSession()
  const kinds = useWebKinds()
  const members = useMembers()
  const teams = useTeams()
  const tags = useTags()
  const custom = useCustomFields('fields' in record.columns ? record.name : null)
  const { currency } = workspace
  return useMemo(() => {
    const columns: Columns = { ...factColumns, ...record.columns }
    const word = (key: string) =>
      text(say(hasKey(record.words, key) ? record.words : sharedWords, key as never, { currency } as never))
    const relation = (key: string, label: string, table: string): Partial<RecordField<any>> => {
      if (table === 'members')
        return {
          ...members.field(key, label),
          render: row => <MemberLine id={valueOf(row, { key }) as string | null} />,
        }
      if (table === 'teams') return teams.field(key, label)
      if (table === 'tags') return { ...tags.field(key, label), render: row => <TagChips ids={row[key]} /> }
      if (table === 'imports')
        return { ...importField(label), isReadOnly: true, filterable: permissions.includes('imports:read') }
      const kind = kinds.find(other => other.table === table)
      if (!kind?.reference) return { type: 'text', filterable: false }
      const mayCreate = (permissions as readonly string[]).includes(kind.writtenBy ?? `${table}:write`)
      const hrefOf = kind.isPart ? undefined : (id: string) => `${kind.href}/${id}`
      return { ...referring(kind.reference, mayCreate), hrefOf }
    }
    const fields = record.fields.map(given => {
      const { word: name, ...particular } = typeof given === 'string' ? { key: given } : given
      const { key } = particular
      const label = word(name ?? key)
      const column = columns[key]
      return {
        label,
        currency,
        ...(column ? fieldOfColumn(record, key, column, word) : { type: 'text', isReadOnly: true, filterable: false }),
        ...(column?.refersTo && relation(key, label, column.refersTo)),
        ...(choices[key] && { type: 'choice', options: choices[key](locale) }),
        ...shared[key],
        ...particular,
      } as RecordField<any>
    })
    return [...fields, ...custom]
  }, [record, text, locale, currency, permissions, kinds, members, teams, tags, custom])
}

/** What the screens of records need of the workspace: who may do what, their fields, saved views. */
export const recordHost: RecordHost = {
  useCan,
  useIsWithin,
  useListState,
  useFields,
  useMember: () => useSession().member.id,
  Tags: EditableTags,
}
