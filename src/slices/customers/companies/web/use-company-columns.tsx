import { useMemo } from 'react'
import type { Field, FieldValue } from '../../../../ui/fields/field.ts'
import { FieldText } from '../../../../ui/fields/FieldText.tsx'
import { useLocale } from '../../../../ui/i18n/i18n.tsx'
import { countryName } from '../../../../ui/i18n/regions.ts'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { NumberText } from '../../../../ui/values/NumberText.tsx'
import { PersonLine } from '../../../../ui/values/PersonLine.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { MemberLine, useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan, useSession } from '../../../workspace/sign-in/web/public.tsx'
import { useTeams } from '../../../workspace/teams/web/public.tsx'
import { customColumns } from '../../fields/web/public.tsx'
import { TagChips, useTags } from '../../tags/web/public.tsx'
import type { CompanyRow } from '../schema.ts'
import { useChangeCompany } from './use-change-company.ts'
import type { CompanyFieldKey, CompanyFields } from './use-company-fields.ts'

/** Shown after a person asks for them. */
export const hiddenColumns = ['phone', 'website', 'teamId', 'source', 'createdAt']

type Column = TableColumn<CompanyRow>
type Editable = CompanyFieldKey & keyof CompanyRow

/** The columns of a list of companies; those that may be written are edited in place. */
export function useCompanyColumns({ builtIn, custom }: CompanyFields): readonly Column[] {
  const locale = useLocale()
  const { currency } = useSession().workspace
  const mayWrite = useCan()('companies:write')
  const members = useMembers()
  const teams = useTeams()
  const tags = useTags()
  const change = useChangeCompany()

  const columns = useMemo(() => {
    const column = (key: CompanyFieldKey, rest: Partial<Column> & Pick<Column, 'render'>): Column => ({
      key,
      label: builtIn[key].label,
      phone: 'hidden',
      ...rest,
    })
    const edit = (key: Editable, chosen?: (row: CompanyRow) => { value: string; label: string }[]) =>
      mayWrite
        ? {
            field: builtIn[key] as Field,
            value: (row: CompanyRow) => row[key] as FieldValue,
            chosen,
            save: (row: CompanyRow, value: FieldValue) => change(row.id, { [key]: value }),
          }
        : undefined
    const text = (key: Editable, width = 140, rest: Partial<Column> = {}): Column =>
      column(key, { width, render: row => row[key] as string | null, edit: edit(key), ...rest })
    const list: Column[] = [
      column('name', {
        width: 216,
        sortable: true,
        phone: 'title',
        render: row => <PersonLine name={row.name} square />,
        edit: edit('name'),
      }),
      text('domain', 148, { phone: 'meta' }),
      text('industry', 128, { phone: 'meta' }),
      column('employees', {
        width: 92,
        align: 'end',
        render: row => row.employees !== null && <NumberText value={row.employees} />,
        edit: edit('employees'),
      }),
      text('phone'),
      column('website', {
        width: 160,
        render: row => <FieldText field={builtIn.website} value={row.website} />,
        edit: edit('website'),
      }),
      text('city', 116),
      column('country', {
        width: 112,
        render: row => row.country && countryName(row.country, locale),
        edit: edit('country'),
      }),
      column('ownerId', {
        width: 136,
        render: row => <MemberLine id={row.ownerId} />,
        edit: edit('ownerId', row => members.optionOf(row.ownerId)),
      }),
      column('teamId', {
        width: 120,
        render: row => teams.nameOf(row.teamId),
        edit: edit('teamId', row => teams.optionOf(row.teamId)),
      }),
      column('tagIds', {
        width: 124,
        render: row => <TagChips ids={row.tagIds} />,
        edit: edit('tagIds', row => tags.options(row.tagIds)),
      }),
      column('source', { width: 120, render: row => row.source }),
      column('orders', { width: 80, align: 'end', render: row => row.orders > 0 && <NumberText value={row.orders} /> }),
      column('netAmount', {
        width: 100,
        align: 'end',
        sortable: true,
        phone: 'trailing',
        render: row => row.orders > 0 && <Money amount={row.netAmount} currency={currency} style="round" />,
      }),
      column('lastTouchAt', {
        width: 104,
        sortable: true,
        render: row => row.lastTouchAt && <RelativeTime at={row.lastTouchAt} />,
      }),
      column('createdAt', { width: 110, sortable: true, render: row => <RelativeTime at={row.createdAt} /> }),
    ]
    return list
  }, [builtIn, change, currency, locale, mayWrite, members, tags, teams])
  return useMemo(
    () => [
      ...columns,
      ...customColumns<CompanyRow>(custom, mayWrite ? (row, body) => change(row.id, body) : undefined),
    ],
    [change, columns, custom, mayWrite],
  )
}
