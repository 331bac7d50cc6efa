import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { within, type Ctx } from '../../../../platform/context.ts'
import { isBlankValue, readValues, type Values, isMergedInto, rootId } from '../../contacts/public.ts'
import { countsOf } from '../counts.ts'
import { findKeptApart } from '../kept-apart.ts'
import type { MergeInput, Preview } from '../schema.ts'
import { readTexts, textOf, type Texts } from '../texts.ts'
import { mergeContacts } from './merge-contacts.ts'
import { toRequests } from './merge-by-hand.ts'

/**
 * What the merge would give: the merge itself is done, looked at, and rolled back. In a transaction of its own, since the
 * one that a request may have around it is not to be rolled back.
 */
export async function previewMerge(ctx: Ctx, id: string, input: MergeInput): Promise<Preview> {
  let preview: Preview | undefined
  const rollback = new Error('rolled back')
  try {
    await ctx.app.db.transaction().execute(async tx => {
      preview = await tryMerge(within(ctx, tx), id, input)
      throw rollback
    })
  } catch (error) {
    if (error !== rollback) throw error
  }
  return preview!
}

async function tryMerge(ctx: Ctx, id: string, input: MergeInput): Promise<Preview> {
  const requests = await toRequests(ctx, id, input)
  const survivorId = requests[0]!.survivorId
  const roots = [survivorId, ...requests.map(request => request.mergedId)]
  const groups = await readGroups(ctx, roots)
  const before = await readValues(ctx, roots)
  const counts = await countsOf(ctx, [...groups, groups.flat()])
  const apart = await findKeptApart(ctx, roots)
  await mergeContacts(ctx, requests)
  const current = (await readValues(ctx, [survivorId])).get(survivorId)!
  const all = roots.map(root => before.get(root)!.values)
  const texts = await readTexts(ctx, [...all, current.values])
  const { rows: handles } = await sql<Preview['handles'][number]>`
    select h.contact_id, h.kind, h.value from handles h
    where h.workspace_id = ${ctx.workspaceId} and h.contact_id = any(${groups.flat()}::uuid[]) and h.deleted_at is null
    order by h.kind, h.created_at, h.id`.execute(ctx.db)
  return {
    contacts: roots.map((root, at) => {
      const { name, lifecycle, source, createdAt } = before.get(root)!
      return { id: root, name, lifecycle, source, createdAt, counts: counts[at]! }
    }),
    values: valuesOf(roots, all, current.values, texts),
    handles,
    counts: counts.at(-1)!,
    isKeptApart: apart !== undefined,
  }
}

/** Each contact with those merged into it already. */
async function readGroups(ctx: Ctx, roots: string[]): Promise<string[][]> {
  const { rows } = await sql<{ id: string; root: string }>`
    select c.id, ${rootId('c')} as root from contacts c
    where c.workspace_id = ${ctx.workspaceId} and ${isMergedInto('c', sql`= any(${roots}::uuid[])`)}`.execute(ctx.db)
  return roots.map(root => [root, ...rows.filter(row => row.root === root).map(row => row.id)])
}

const order = ['name', 'jobTitle', 'companyId', 'email', 'phone', 'lifecycle', 'address']
/** Values of which all contacts' are shown together. */
const joined = new Set(['tagIds'])

function valuesOf(roots: string[], all: Values[], current: Values, texts: Texts): Preview['values'] {
  const keys = [...new Set(all.flatMap(values => Object.keys(values)))]
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return keys
    .filter(key => all.some(values => !isBlankValue(key, values[key])))
    .sort((a, b) => place(a) - place(b))
    .map(key => {
      const given = all.map(values => (isBlankValue(key, values[key]) ? null : values[key]))
      const there = given.filter(value => value !== null && value !== undefined)
      const from = given.findIndex(value => isDeepStrictEqual(value, current[key]))
      return {
        key,
        label: texts.labels.get(key) ?? null,
        isConflict: !joined.has(key) && there.some(value => !isDeepStrictEqual(value, there[0])),
        takenFrom: joined.has(key) || from < 0 ? null : roots[from]!,
        shown: isBlankValue(key, current[key]) ? null : textOf(key, current[key], texts),
        given: given.map(value => (value === null || value === undefined ? null : textOf(key, value, texts))),
      }
    })
}
