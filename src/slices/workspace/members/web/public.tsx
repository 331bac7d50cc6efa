import { useMemo } from 'react'
import { useAllItems } from '../../../../ui/api/use-all-items.ts'
import type { Field, FieldOption } from '../../../../ui/fields/field.ts'
import { PersonLine } from '../../../../ui/values/PersonLine.tsx'
import { pictureOf } from '../../sign-in/web/public.tsx'
import { listMembers, type Member } from '../schema.ts'

export interface Members {
  /** Those who belong to the workspace now. */
  active: readonly Member[]
  nameOf: (id: string | null) => string | undefined
  pictureOf: (id: string | null) => string | undefined
  optionOf: (id: string | null) => FieldOption[]
  /** Active ones by part of a name or e-mail. */
  search: (query: string) => Promise<FieldOption[]>
  /** A field that holds a member, for filters, cells and forms. */
  field: (key: string, label: string) => Field
}

/** Everybody on the staff side, those who left too, since records still name them. */
export function useMembers(): Members {
  const all = useAllItems(listMembers, { status: 'all' })
  return useMemo(() => {
    const byId = new Map(all.map(member => [member.id, member]))
    const active = all.filter(member => member.removedAt === null)
    const option = ({ id, name, email }: Member): FieldOption => ({ value: id, label: name, hint: email })
    const options = all.map(option)
    const search = async (query: string) => {
      const wanted = query.trim().toLowerCase()
      return active
        .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted))
        .slice(0, 50)
        .map(option)
    }
    return {
      active,
      nameOf: id => (id === null ? undefined : byId.get(id)?.name),
      pictureOf: id => (id !== null && byId.has(id) ? pictureOf(byId.get(id)!) : undefined),
      optionOf: id => (id !== null && byId.has(id) ? [option(byId.get(id)!)] : []),
      search,
      field: (key, label) => ({
        key,
        label,
        type: 'member',
        options,
        search,
        resolve: async ids => ids.flatMap(id => (byId.has(id) ? [option(byId.get(id)!)] : [])),
      }),
    }
  }, [all])
}

/** A member's picture and name; nothing where there is nobody. */
export function MemberLine({ id }: { id: string | null }) {
  const members = useMembers()
  const name = members.nameOf(id)
  return name === undefined ? null : <PersonLine name={name} src={members.pictureOf(id)} />
}
