import { sql, type RawBuilder } from 'kysely'
import type { Person } from '../../../../models/linkage/person.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { readPerson, type StoredPerson } from '../features/stored-person.ts'

export interface FoundPair {
  aId: string
  bId: string
  /** Bit n says that pass n found it. */
  found: number
  a: Person
  b: Person
}

const fetched = 4000

/** Streams the pairs of `identity_pairs` with both people; the next ones are read while these are worked on. */
export async function eachPair(
  { db, workspaceId }: Tenant,
  where: RawBuilder<boolean>,
  onPairs: (pairs: FoundPair[]) => Promise<void>,
): Promise<void> {
  await sql`
    declare identity_found no scroll cursor for
    select p.a_id, p.b_id, p.found, fa.person as a, fb.person as b from identity_pairs p
      join identity_features fa on fa.workspace_id = ${workspaceId} and fa.contact_id = p.a_id
      join identity_features fb on fb.workspace_id = ${workspaceId} and fb.contact_id = p.b_id
    where ${where}`.execute(db)
  const read = async () => {
    const { rows } = await sql<
      Omit<FoundPair, 'a' | 'b'> & { a: StoredPerson; b: StoredPerson }
    >`fetch ${sql.lit(fetched)} from identity_found`.execute(db)
    return rows
  }
  let reading = read()
  for (;;) {
    const rows = await reading
    if (rows.length === 0) break
    reading = read()
    reading.catch(() => {})
    await onPairs(rows.map(row => ({ ...row, a: readPerson(row.a), b: readPerson(row.b) })))
  }
  await sql`close identity_found`.execute(db)
}
