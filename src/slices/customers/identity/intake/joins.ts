import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { belongsTo, rootId, claimShared, shareHandles } from '../../contacts/public.ts'
import { mergeContacts, unmergeContacts } from '../../merges/public.ts'
import type { IntakeBy } from './intake-by.ts'
import type { Plan } from './plan.ts'

/** A handle of several people joins nobody any more, and what it has joined is parted again. */
export async function demote(by: IntakeBy, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const parts = keys.map(key => [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)] as const)
  await shareHandles(
    by,
    parts.map(([kind, normal]) => ({ kind, normal })),
  )
  const marks = JSON.stringify(keys.map(markOf))
  const { rows } = await sql<{ id: string; survivorId: string; mergedId: string }>`
    select m.id, m.survivor_id, m.merged_id
    from handles h
      join contacts c on c.workspace_id = h.workspace_id and c.id = h.contact_id
      join contacts t on t.workspace_id = c.workspace_id and ${belongsTo('t', sql`= ${rootId('c')}`)}
      join merges m on m.workspace_id = t.workspace_id and m.merged_id = t.id and m.undone_at is null
    where h.workspace_id = ${by.workspaceId} and h.deleted_at is null and m.how = 'certain' and m.evidence -> 'marks' <@ ${marks}::jsonb
      and (h.kind, h.normal) in (select * from unnest(${parts.map(([kind]) => kind)}::text[], ${parts.map(([, normal]) => normal)}::text[]))
    group by 1, 2, 3`.execute(by.db)
  if (rows.length === 0) return []
  await unmergeContacts(
    by,
    rows.map(row => row.id),
  )
  return rows.flatMap(row => [row.survivorId, row.mergedId])
}

/** What was several people's is one person's again when these turn out to be one. */
export async function promote(by: IntakeBy, joined: readonly string[]): Promise<void> {
  if (joined.length > 0) await claimShared(by, joined)
}

/** Joins people who turned out to be one, unless somebody has said that they are not. */
export async function join(by: IntakeBy, { joins }: Plan): Promise<string[]> {
  if (joins.length === 0) return []
  const parted = await notTheSame(by, [...new Set(joins.flatMap(({ contactIds }) => contactIds))])
  const merges = joins.flatMap(({ contactIds: [survivorId, ...others], by: keys }) =>
    others
      .filter(mergedId => !parted.has(`${survivorId} ${mergedId}`))
      .map(mergedId => ({
        survivorId: survivorId!,
        mergedId,
        how: 'certain' as const,
        evidence: { handles: [...new Set(keys.map(kindOf))], marks: keys.map(markOf) },
      })),
  )
  const made = await mergeContacts(by, merges)
  return made.flatMap(({ survivorId, mergedId }) => [survivorId, mergedId])
}

/** By which a merge tells which handles made it without holding them: nobody can be found by it after an erasure. */
function markOf(key: string): string {
  return createHash('sha1').update(key).digest('hex').slice(0, 10)
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf(' '))
}

/** Pairs of these contacts of whose people somebody said that they are not the same. */
async function notTheSame(by: IntakeBy, contactIds: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ a: string; b: string }>`
    with given as (
      select c.id, ${rootId('c')} as root_id from contacts c where c.workspace_id = ${by.workspaceId} and c.id = any(${contactIds}::uuid[])),
    apart as (
      select ${rootId('a')} as a_id, ${rootId('b')} as b_id
      from identity_decisions d
        join contacts a on a.workspace_id = d.workspace_id and a.id = d.a_id
        join contacts b on b.workspace_id = d.workspace_id and b.id = d.b_id
      where d.workspace_id = ${by.workspaceId} and d.verdict = 'different'
        and (d.a_id = any(array(select m.id from contacts m where m.workspace_id = ${by.workspaceId} and ${belongsTo('m', sql`in (select root_id from given)`)}))
          or d.b_id = any(array(select m.id from contacts m where m.workspace_id = ${by.workspaceId} and ${belongsTo('m', sql`in (select root_id from given)`)}))))
    select one.id as a, other.id as b from apart
      join given one on one.root_id = apart.a_id join given other on other.root_id = apart.b_id`.execute(by.db)
  return new Set(rows.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
}
