import { useMemo } from 'react'
import { useAllItems } from '../../../../ui/api/use-all-items.ts'
import { listed } from '../../../../ui/fields/listed.ts'
import { PersonLine } from '../../../../ui/values/PersonLine.tsx'
import { pictureOf } from '../../sign-in/web/public.tsx'
import { listMembers } from '../schema.ts'

/** Everybody on the staff side, those who left too, since records still name them. */
export function useMembers() {
  const all = useAllItems(listMembers, { status: 'all' })
  return useMemo(() => {
    const active = all.filter(member => member.removedAt === null)
    const { itemOf, ...members } = listed('member', all, active)
    const picture = (id: string | null) => itemOf(id) && pictureOf(itemOf(id)!)
    return { ...members, active, pictureOf: picture }
  }, [all])
}

/** A member's picture and name; nothing where there is nobody. */
export function MemberLine({ id }: { id: string | null }) {
  const members = useMembers()
  const name = members.nameOf(id)
  return name === undefined ? null : <PersonLine name={name} src={members.pictureOf(id)} />
}
