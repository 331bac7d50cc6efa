import { sql, type RawBuilder } from 'kysely'
import { undelivered } from '../../../platform/events/undelivered.ts'
import { countedAs, type Folding } from './counted.ts'
import { whose, type FactsOf } from './whose.ts'

export const reactionName = 'facts.keep'

const amounts = ['order_amount', 'return_amount', 'net_amount']
const counted = ['orders', 'returns', 'touchpoints', ...amounts]
const earliest = ['first_touch_at', 'first_order_at']
const latest = ['last_touch_at', 'last_order_at']
const columns = sql.join([...counted, ...earliest, ...latest].map(column => sql.ref(column)))

/** A sum ends where it would not be exact any more: counting goes on. */
const most = sql.raw(String(Number.MAX_SAFE_INTEGER))
const bounded = (sum: RawBuilder<unknown>) => sql`least(greatest(${sum}, -${most}), ${most})::bigint`

type Worths = ReadonlyMap<string, string>

const isOneOf = (kinds: Worths) => sql`e.kind in (${sql.join([...kinds.keys()].map(sql.lit))})`

/** What an event of these kinds is worth. */
function worthOf(kinds: Worths): RawBuilder<unknown> {
  const worths = [...kinds].map(
    ([kind, amount]) => sql`when ${sql.lit(kind)} then (e.data ->> ${sql.lit(amount)})::bigint`,
  )
  return sql`case e.kind ${sql.join(worths, sql` `)} end`
}

/**
 * Facts are a fold over the event log whose steps may come in any order: sums, minima and maxima. The same statement
 * serves new events, the events of some records, and the whole log. An event counts for the contact whose it is now, and
 * while its record counts.
 */
function fold(folding: Folding, of: FactsOf, scope: RawBuilder<unknown>): RawBuilder<unknown> {
  const { workspaceId } = folding
  const { key, records, root } = whose[of]
  const [orders, returns] = [countedAs(folding, 'order'), countedAs(folding, 'return')]
  const ordered = sql`coalesce(sum(${worthOf(countedAs(folding, 'order', 'correction'))}), 0)`
  const returned = sql`coalesce(sum(${worthOf(returns)}), 0)`
  return sql`
    select e.workspace_id, ${root},
      count(*) filter (where ${isOneOf(orders)})::int,
      count(*) filter (where ${isOneOf(returns)})::int,
      count(*) filter (where e.channel is not null)::int,
      ${bounded(ordered)},
      ${bounded(returned)},
      ${bounded(sql`${ordered} - ${returned}`)},
      min(e.occurred_at) filter (where e.channel is not null),
      min(e.occurred_at) filter (where ${isOneOf(orders)}),
      max(e.occurred_at) filter (where e.channel is not null),
      max(e.occurred_at) filter (where ${isOneOf(orders)})
    from events e join ${records} r on r.workspace_id = e.workspace_id and r.id = e.${key}
    where e.workspace_id = ${workspaceId} and e.${key} is not null and ${scope} ${ofCounted(folding)}
    group by 1, 2`
}

/** Leaves out what happened to records that do not count now. */
function ofCounted({ app }: Folding): RawBuilder<unknown> {
  const each = app.records.flatMap(({ name, table, countedWhile }) => {
    const own = app.events.filter(({ noun, declaration: { counts } }) => noun === name && counts && 'amount' in counts)
    if (!countedWhile || own.length === 0) return []
    const kinds = sql.join(own.map(({ kind }) => sql.lit(kind)))
    return sql`and not (e.kind in (${kinds}) and exists (
      select from ${sql.table(table)} s
      where s.workspace_id = e.workspace_id and s.id = e.subject_id and not (${sql.raw(countedWhile)})))`
  })
  return each.length === 0 ? sql`` : sql.join(each, sql` `)
}

/** Adds `events` to the facts of the records that they belong to. */
async function addToFacts(folding: Folding, of: FactsOf, eventIds: string[]): Promise<void> {
  const { facts, key } = whose[of]
  const sums = counted.map(column => {
    const sum = sql`${facts}.${sql.ref(column)} + excluded.${sql.ref(column)}`
    return sql`${sql.ref(column)} = ${amounts.includes(column) ? bounded(sum) : sum}`
  })
  const firsts = earliest.map(
    column => sql`${sql.ref(column)} = least(${facts}.${sql.ref(column)}, excluded.${sql.ref(column)})`,
  )
  const lasts = latest.map(
    column => sql`${sql.ref(column)} = greatest(${facts}.${sql.ref(column)}, excluded.${sql.ref(column)})`,
  )
  await sql`
    insert into ${facts} (workspace_id, ${key}, ${columns})
    ${fold(folding, of, sql`e.id = any(${eventIds}::uuid[])`)} order by 2
    on conflict (workspace_id, ${key}) do update set ${sql.join([...sums, ...firsts, ...lasts])}`.execute(folding.db)
}

type Counted = Partial<Record<'contactId' | 'companyId' | 'channel', string | null>> & { kind: string }

/** Adds those of new events that count to the facts of whose they are; `ids` are theirs. */
export async function addEventsToFacts(folding: Folding, events: readonly Counted[], ids: readonly string[]) {
  const adding = countedAs(folding, 'order', 'return', 'correction')
  for (const owner of ['contact', 'company'] as const) {
    const owned = events.flatMap((event, at) =>
      event[`${owner}Id`] && (event.channel || adding.has(event.kind)) ? ids[at]! : [],
    )
    if (owned.length > 0) await addToFacts(folding, owner, owned)
  }
}

/** Computes the facts of these records (survivors of merges) anew from the log. */
export async function refold(tenant: Folding, of: FactsOf, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const { db, workspaceId } = tenant
  const { facts, key, records, isRoot } = whose[of]
  // Rows that are there are emptied rather than replaced, so that two who do this at once, and deliveries meanwhile, wait
  // for each other.
  const emptied = [
    ...counted.map(column => sql`${sql.ref(column)} = 0`),
    ...[...earliest, ...latest].map(column => sql`${sql.ref(column)} = null`),
  ]
  const empty = sql`insert into ${facts} (workspace_id, ${key}) select r.workspace_id, r.id from ${records} r
    where r.workspace_id = ${workspaceId} and ${isRoot} and r.id = any(${ids}::uuid[]) order by r.id
    on conflict (workspace_id, ${key}) do update set ${sql.join(emptied)}`
  await empty.execute(db)
  const ofMerged = sql`delete from ${facts} f using ${records} r
    where f.workspace_id = ${workspaceId} and f.${key} = any(${ids}::uuid[])
      and r.workspace_id = f.workspace_id and r.id = f.${key} and not ${isRoot}`
  await ofMerged.execute(db)
  const scope =
    of === 'contact'
      ? sql`e.contact_id in (
          select r.id from ${records} r where r.workspace_id = ${workspaceId}
            and (r.id = any(${ids}::uuid[]) and ${isRoot} or r.merged_into = any(${ids}::uuid[])))`
      : sql`e.company_id = any(${ids}::uuid[])`
  const handled = sql`${scope} and e.id not in (${undelivered(workspaceId, reactionName)})`
  const filled = [...counted, ...earliest, ...latest].map(
    column => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`,
  )
  await sql`
    insert into ${facts} (workspace_id, ${key}, ${columns}) ${fold(tenant, of, handled)}
    on conflict (workspace_id, ${key}) do update set ${sql.join(filled)}`.execute(db)
}
