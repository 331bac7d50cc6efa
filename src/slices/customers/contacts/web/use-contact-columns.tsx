import { useMemo } from 'react'
import type { Field, FieldValue } from '../../../../ui/fields/field.ts'
import { useLocale } from '../../../../ui/i18n/i18n.tsx'
import { countryName, languageName } from '../../../../ui/i18n/regions.ts'
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
import type { ContactRow } from '../schema.ts'
import { Lifecycle } from './Lifecycle.tsx'
import type { ContactFieldKey, ContactFields } from './use-contact-fields.ts'
import { useChangeContact } from './use-change-contact.ts'

/** Shown after a person asks for them. */
export const hiddenColumns = [
  'phone',
  'jobTitle',
  'teamId',
  'city',
  'country',
  'language',
  'source',
  'orders',
  'createdAt',
  'updatedAt',
]

type Column = TableColumn<ContactRow>
type Editable = Exclude<
  ContactFieldKey,
  | 'orders'
  | 'netAmount'
  | 'lastTouchAt'
  | 'createdAt'
  | 'updatedAt'
  | 'source'
  | 'street'
  | 'region'
  | 'postalCode'
  | 'timeZone'
  | 'birthday'
>

/** The columns of a list of contacts; those that may be written are edited in place. */
export function useContactColumns({ builtIn, custom }: ContactFields): readonly Column[] {
  const locale = useLocale()
  const { currency } = useSession().workspace
  const mayWrite = useCan()('contacts:write')
  const members = useMembers()
  const teams = useTeams()
  const tags = useTags()
  const change = useChangeContact()

  const columns = useMemo(() => {
    const column = (key: ContactFieldKey, rest: Partial<Column> & Pick<Column, 'render'>): Column => ({
      key,
      label: builtIn[key].label,
      phone: 'hidden',
      ...rest,
    })
    const edit = (key: Editable, chosen?: (row: ContactRow) => { value: string; label: string }[]) =>
      mayWrite
        ? {
            field: builtIn[key] as Field,
            value: (row: ContactRow) => row[key] as FieldValue,
            chosen,
            save: (row: ContactRow, value: FieldValue) => change(row.id, { [key]: value }),
          }
        : undefined
    const text = (key: Editable & keyof ContactRow, width = 140): Column =>
      column(key, { width, render: row => row[key] as string | null, edit: edit(key) })
    const list: Column[] = [
      column('name', {
        width: 184,
        sortable: true,
        phone: 'title',
        render: row => <PersonLine name={row.name} />,
        edit: edit('name'),
      }),
      column('email', { width: 176, phone: 'meta', render: row => row.email, edit: edit('email') }),
      text('phone', 140),
      column('companyId', {
        width: 128,
        phone: 'meta',
        render: row => row.companyName,
        edit: edit('companyId', row => (row.companyId ? [{ value: row.companyId, label: row.companyName ?? '' }] : [])),
      }),
      text('jobTitle'),
      column('lifecycle', {
        width: 104,
        phone: 'trailing',
        render: row => <Lifecycle stage={row.lifecycle} />,
        edit: edit('lifecycle'),
      }),
      column('ownerId', {
        width: 124,
        render: row => <MemberLine id={row.ownerId} />,
        edit: edit('ownerId', row => members.optionOf(row.ownerId)),
      }),
      column('teamId', {
        width: 120,
        render: row => teams.nameOf(row.teamId),
        edit: edit('teamId', row => teams.optionOf(row.teamId)),
      }),
      column('tagIds', {
        width: 112,
        render: row => <TagChips ids={row.tagIds} />,
        edit: edit('tagIds', row => tags.options(row.tagIds)),
      }),
      text('city', 120),
      column('country', {
        width: 120,
        render: row => row.country && countryName(row.country, locale),
        edit: edit('country'),
      }),
      column('language', {
        width: 110,
        render: row => row.language && languageName(row.language, locale),
        edit: edit('language'),
      }),
      column('source', { width: 120, render: row => row.source }),
      column('orders', { width: 80, align: 'end', render: row => row.orders > 0 && <NumberText value={row.orders} /> }),
      column('netAmount', {
        width: 88,
        align: 'end',
        sortable: true,
        render: row => row.orders > 0 && <Money amount={row.netAmount} currency={currency} style="round" />,
      }),
      column('lastTouchAt', {
        width: 100,
        sortable: true,
        render: row => row.lastTouchAt && <RelativeTime at={row.lastTouchAt} />,
      }),
      column('createdAt', { width: 110, sortable: true, render: row => <RelativeTime at={row.createdAt} /> }),
      column('updatedAt', { width: 110, sortable: true, render: row => <RelativeTime at={row.updatedAt} /> }),
    ]
    return list
  }, [builtIn, change, currency, locale, mayWrite, members, tags, teams])
  return useMemo(
    () => [
      ...columns,
      ...customColumns<ContactRow>(custom, mayWrite ? (row, body) => change(row.id, body) : undefined),
    ],
    [change, columns, custom, mayWrite],
  )
}
