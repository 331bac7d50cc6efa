import { sql } from 'kysely'
import { invalidField } from '../../../../kernel/errors.ts'
import { defineText } from '../../../../kernel/messages.ts'
import type { Page } from '../../../../kernel/page.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { groupPairs, strongerFirst, type ContactPair } from '../group.ts'
import type { Group, Side } from '../schema.ts'
import { explainAll, readCandidates, shownPairs } from './candidates.ts'
import { joinBoth } from './join-both.ts'

const wrongCursor = defineText('identity.groups.cursor', 'Use the nextCursor of the page before.')

/** Groups are looked for among the strongest pairs; a queue beyond that is worked from the top. */
const strongest = 20_000

interface Asked {
  limit: number
  cursor?: string
}

export async function listGroups(ctx: Ctx, { limit, cursor }: Asked): Promise<Page<Group>> {
  const after = cursor === undefined ? null : readCursor(cursor)
  const { rows } = await sql<ContactPair>`
    select k.id, k.a_id, k.b_id, k.probability from identity_candidates k ${joinBoth('k')}
    where ${sql.join(shownPairs(ctx), sql` and `)} and k.later_at is null
    order by k.probability desc, k.id desc limit ${strongest}`.execute(ctx.db)
  const groups = groupPairs(rows)
  const left = after === null ? groups : groups.filter(pairs => strongerFirst(pairs[0]!, after) > 0)
  const page = left.slice(0, limit)
  const read = await readCandidates(
    ctx,
    page.flatMap(pairs => pairs.map(pair => pair.id)),
  )
  const candidates = new Map((await explainAll(ctx, read)).map(row => [row.id, row]))
  const last = page.at(-1)?.[0]
  return {
    items: page.flatMap(pairs => {
      const known = pairs.flatMap(pair => candidates.get(pair.id) ?? [])
      if (known.length < 2) return []
      const contacts = new Map<string, Side>(known.flatMap(({ a, b }) => [[a.id, a] as const, [b.id, b] as const]))
      return [
        {
          id: known[0]!.id,
          probability: known[0]!.probability,
          weakest: known.at(-1)!.probability,
          contacts: [...contacts.values()],
          pairs: known.map(({ a, b, related: _, ...pair }) => ({ ...pair, aId: a.id, bId: b.id })),
        },
      ]
    }),
    nextCursor:
      left.length > limit && last
        ? Buffer.from(JSON.stringify([last.probability, last.id])).toString('base64url')
        : null,
  }
}

function readCursor(text: string): ContactPair {
  try {
    const [probability, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown]
    if (typeof probability !== 'number' || typeof id !== 'string') throw new Error('not a cursor')
    return { id, aId: '', bId: '', probability }
  } catch {
    throw invalidField('cursor', wrongCursor)
  }
}
