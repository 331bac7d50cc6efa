import { sql } from 'kysely'
import { AppError, invalidField } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { deleteRows, findRows, insertAll } from '../../../../platform/db/row.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { record } from '../../../../platform/events/record.ts'
import { isVisible } from '../../../../platform/list/visible.ts'
import { belongsTo, isRoot, lockWithRoots, noContact, rootId } from '../../contacts/public.ts'
import { candidateColumns, chooseSurvivor, mergeContacts, type Candidate } from '../../merges/public.ts'
import { identityEvents } from '../events.ts'
import type { FieldEvidence } from '../evidence.ts'
import { apartEvents } from './apart-events.ts'
import { noPair, shownPairs } from '../queries/candidates.ts'
import type { StoredPair } from '../scoring/candidates.ts'
import type { DecisionInput, Verdict } from '../schema.ts'
import { joinBoth } from '../queries/join-both.ts'

const words = defineMessages('identity.decide', {
  namePair: 'Name a pair, or the contacts that the decision is about.',
  oneAlready: 'These contacts are one already. Nothing was changed.',
  survivorAmong: 'The survivor is one of the contacts that are joined.',
  decidedApart:
    'Somebody decided that {aName} and {bName} are not the same person. Nothing was joined; take that decision back first.',
})

type Person = Candidate & { name: string }

type ScoredPair = StoredPair & { evidence: FieldEvidence[] }

export interface Decided {
  ids: string[]
  survivorId: string | null
}

/** Says of contacts that they are one person, or that they are not. All of it or nothing. */
export async function decide(ctx: Ctx, input: DecisionInput): Promise<Decided> {
  if (input.candidateId === undefined && input.contactIds === undefined)
    throw invalidField('candidateId', say(words, 'namePair'))
  return inTransaction(ctx, async ctx => {
    const asked = await contactIdsOf(ctx, input)
    const people = await lockPeople(ctx, asked)
    const scored = await findPairs(ctx, people)
    if (input.verdict === 'different') return decideDifferent(ctx, people, scored)
    await refuseDifferent(ctx, people, asked)
    return decideSame(ctx, people, scored, input)
  })
}

async function contactIdsOf(ctx: Ctx, { candidateId, contactIds = [] }: DecisionInput): Promise<string[]> {
  if (candidateId === undefined) return contactIds
  const { rows } = await sql<{ aId: string; bId: string }>`
    select k.a_id, k.b_id from identity_candidates k ${joinBoth('k')}
    where ${sql.join(shownPairs(ctx), sql` and `)} and k.id = ${candidateId}`.execute(ctx.db)
  const { aId, bId } = noPair.unless(rows[0])
  return [...new Set([aId, bId, ...contactIds])]
}

/** The surviving contacts, locked in the order of their ids; one that may not be seen refuses the whole call. */
async function lockPeople(ctx: Ctx, ids: string[]): Promise<Person[]> {
  const locked = await lockWithRoots(ctx, ids)
  const roots = [...new Set(ids.map(id => locked.get(id)?.mergedInto ?? id))]
  const { rows } = await sql<Person>`
    select c.name, ${candidateColumns} from contacts c where c.workspace_id = ${ctx.workspaceId} and c.id = any(${roots}::uuid[])
      and ${isRoot('c')} and c.deleted_at is null and ${isVisible(ctx, 'c')}
      order by c.id`.execute(ctx.db)
  if (rows.length < roots.length) throw noContact()
  if (rows.length < 2) throw new AppError('conflict', say(words, 'oneAlready'))
  return rows
}

async function findPairs(ctx: Ctx, people: Person[]): Promise<ScoredPair[]> {
  const ids = people.map(person => person.id)
  const columns = ['id', 'aId', 'bId', 'weight', 'probability', 'evidence'] as const
  const likeliestFirst = sql`order by probability desc, id desc`
  return (await findRows(
    ctx,
    'identityCandidates',
    columns,
    { aId: ids, bId: ids },
    likeliestFirst,
  )) as unknown as ScoredPair[]
}

async function decideSame(
  ctx: Ctx,
  people: Person[],
  scored: ScoredPair[],
  { survivorId, choices }: DecisionInput,
): Promise<Decided> {
  if (survivorId !== undefined && !people.some(person => person.id === survivorId))
    throw invalidField('survivorId', say(words, 'survivorAmong'))
  const survivor = survivorId ?? chooseSurvivor(people).id
  const others = people.filter(person => person.id !== survivor)
  const evidenceOf = (id: string) =>
    scored.find(pair => [pair.aId, pair.bId].includes(id) && [pair.aId, pair.bId].includes(survivor)) ??
    scored.find(pair => [pair.aId, pair.bId].includes(id))
  const requests = others.map(({ id }) => {
    const pair = evidenceOf(id)
    const evidence = pair && withoutValues(pair)
    return { survivorId: survivor, mergedId: id, how: 'person' as const, evidence, choices }
  })
  const merged = await mergeContacts(ctx, requests)
  const decisions = others.map(({ id }): NewDecision => {
    const mergeId = merged.find(merge => merge.mergedId === id)?.id ?? null
    return { pair: [survivor, id], scored: evidenceOf(id), mergeId }
  })
  return { ids: await insertDecisions(ctx, 'same', people, decisions), survivorId: survivor }
}

/** Why, without anything of the people's: what the merge keeps outlives their data. */
function withoutValues({ probability, weight, evidence }: ScoredPair): Record<string, unknown> {
  return { probability, weight, fields: evidence.map(item => ({ ...item, a: null, b: null })) }
}

async function decideDifferent(ctx: Ctx, people: Person[], scored: ScoredPair[]): Promise<Decided> {
  const pairs = people.flatMap((one, at) => people.slice(at + 1).map(other => [one.id, other.id] as [string, string]))
  const scoreOf = (pair: string[]) => scored.find(({ aId, bId }) => pair.includes(aId) && pair.includes(bId))
  const decisions = pairs.map(pair => ({ pair, scored: scoreOf(pair), mergeId: null }))
  const ids = await insertDecisions(ctx, 'different', people, decisions)
  const scoredIds = scored.map(pair => pair.id)
  await deleteRows(ctx, 'identityCandidates', scoredIds)
  return { ids, survivorId: null }
}

/**
 * A "not the same" between anybody who would become one stands against it; of exactly these two the new decision takes its
 * place.
 */
async function refuseDifferent(ctx: Ctx, people: Person[], asked: string[]): Promise<void> {
  const roots = people.map(person => person.id)
  const all = sql`array(select t.id from contacts t where t.workspace_id = ${ctx.workspaceId} and ${belongsTo('t', sql`= any(${roots}::uuid[])`)})`
  const { rows } = await sql<{ id: string; aName: string; bName: string }>`
    select d.id, a.name as a_name, b.name as b_name from identity_decisions d ${joinBoth('d')}
    where d.workspace_id = ${ctx.workspaceId} and d.verdict = 'different' and d.a_id = any(${all}) and d.b_id = any(${all})
      and ${rootId('a')} <> ${rootId('b')}
      ${asked.length === 2 ? sql`and not (d.a_id = any(${asked}::uuid[]) and d.b_id = any(${asked}::uuid[]))` : sql``}
    order by d.id limit 1`.execute(ctx.db)
  const [found] = rows
  if (!found) return
  throw new AppError('conflict', say(words, 'decidedApart', { aName: found.aName, bName: found.bName }), {
    decisionId: found.id,
  })
}

interface NewDecision {
  pair: [string, string]
  scored: ScoredPair | undefined
  mergeId: string | null
}

/** A pair has one decision; the last one counts. */
async function insertDecisions(
  ctx: Ctx,
  verdict: Verdict,
  people: Person[],
  decisions: NewDecision[],
): Promise<string[]> {
  const at = ctx.now()
  const rows = decisions.map(({ pair, scored, mergeId }) => {
    const [aId, bId] = pair.toSorted() as [string, string]
    return {
      id: newId(at.getTime()),
      aId,
      bId,
      verdict,
      mergeId,
      weight: scored?.weight ?? null,
      probability: scored?.probability ?? null,
      evidence: scored?.evidence ?? [],
      memberId: ctx.actor.memberId,
      createdAt: at,
    }
  })
  await sql`delete from identity_decisions where workspace_id = ${ctx.workspaceId}
    and (a_id, b_id) in (
      select * from unnest(${rows.map(row => row.aId)}::uuid[], ${rows.map(row => row.bId)}::uuid[]))`.execute(ctx.db)
  await insertAll(ctx, 'identityDecisions', rows)
  if (verdict === 'different') await record(ctx, apartEvents(identityEvents.parted, rows, people))
  await tellLive(ctx, ['identity.decided'])
  await audit(ctx, {
    action: 'identity.decided',
    subjectType: 'identity-decision',
    subjectId: rows[0]!.id,
    detail: { verdict, contactIds: [...new Set(rows.flatMap(row => [row.aId, row.bId]))] },
  })
  return rows.map(row => row.id)
}
