import { Fragment } from 'react'
import { Link } from '../layout/Link.tsx'
import { kindNamed, useWebKinds } from './web-kind.ts'

export interface NamedRecord {
  kind: string | null
  id: string | null
  name: string | null
}

export interface NamedRecordsProps {
  records: readonly (NamedRecord | null | undefined)[]
  /** The id of the record on whose page they stand, which need not be named there. */
  within?: string
  className?: string
}

/** Records by their names, each leading to its page. */
export function NamedRecords({ records, within, className }: NamedRecordsProps) {
  const kinds = useWebKinds()
  const named = records.filter(record => !!record && record.name !== null && record.id !== within)
  if (named.length === 0) return null
  return (
    <span className={className}>
      {named.map((record, at) => (
        <Fragment key={record!.id}>
          {at > 0 && ' · '}
          <Link href={`${kindNamed(kinds, record!.kind ?? '')?.href}/${record!.id}`}>{record!.name}</Link>
        </Fragment>
      ))}
    </span>
  )
}

interface Linked {
  subjectKind: string | null
  subjectId: string | null
  subjectName: string | null
}

/** The record that a note, a task or a file is written on, as its customer names it. */
export const linkedOf = ({ subjectKind: kind, subjectId: id, subjectName: name }: Linked): NamedRecord => ({
  kind,
  id,
  name,
})
