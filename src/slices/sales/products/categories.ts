import { sql } from 'kysely'
import { AppError, notFound, unsaved } from '../../../kernel/errors.ts'
import type { NewEvent } from '../../../kernel/event.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction, type Tenant } from '../../../platform/db/database.ts'
import { deleteRows, findRows, updateRows, type Row } from '../../../platform/db/row.ts'
import { record } from '../../../platform/events/record.ts'
import { changesOf } from '../../../platform/record/changes.ts'
import { insertRecords } from '../../../platform/record/statements.ts'
import { categoryEvents, productEvents } from './events.ts'
import { namesOfPath } from './policy.ts'
import { categoryPath } from './queries.ts'
import { categoryRecord } from './record.ts'
import type { Category } from './schema.ts'

const words = defineMessages('products.categories', {
  none: 'There is no such category.',
  used: 'Holds products or other categories since.',
  circle: 'A category cannot be below itself.',
  taken: 'There is a category {name} there already.',
  ofAll:
    'This changes products of everybody, and your role changes only its own and its team’s. Ask an admin of your workspace to do it.',
})

/** Why a category stays. */
export const isUsed = say(words, 'used')

/** Those of a workspace by their paths, or only `id`, with how many products are in them and below. */
export async function listCategories({ db, workspaceId }: Tenant, id?: string): Promise<Category[]> {
  const below = sql`select b.id from product_categories b where b.workspace_id = ${workspaceId} and b.path @> ${[id]}::uuid[]`
  const { rows } = await sql<Category>`
    with held as (
      select p.category_id, count(*) as products from products p
      where p.workspace_id = ${workspaceId} and p.deleted_at is null and p.category_id is not null
        and ${id ? sql`p.category_id in (${below})` : sql`true`} group by p.category_id),
    total as (
      select a.id, sum(held.products)::int as products
      from held join product_categories b on b.workspace_id = ${workspaceId} and b.id = held.category_id
        cross join unnest(b.path) a (id) group by a.id)
    select k.id, k.name, k.path[cardinality(k.path) - 1] as parent_id, ${categoryPath} as path,
      coalesce(total.products, 0) as products
    from product_categories k left join total on total.id = k.id
    where k.workspace_id = ${workspaceId} and ${id ? sql`k.id = ${id}` : sql`true`}
    order by lower(${categoryPath}), k.id`.execute(db)
  return rows
}

type Placed = Pick<Row<'productCategories'>, 'id' | 'name' | 'path'>

/** One at a time changes the tree of a workspace, so that no two close a circle or make the same twice. */
async function lockTree(tenant: Tenant): Promise<Placed[]> {
  const lock = sql`select pg_advisory_xact_lock(hashtext('product_categories'), hashtext(${tenant.workspaceId}::text))`
  await lock.execute(tenant.db)
  return findRows(tenant, 'productCategories', ['id', 'name', 'path'], {})
}

function getPlaced(tree: readonly Placed[], id: string): Placed {
  const found = tree.find(category => category.id === id)
  if (!found) throw notFound(say(words, 'none'))
  return found
}

const parentOf = ({ path }: Placed) => path.at(-2) ?? null

/** Where no two categories may be. */
const placeKey = (parentId: string | null, name: string) => `${parentId} ${name.toLowerCase()}`

interface Making {
  parentId?: string | null
  importId?: string
  isDemo?: boolean
  /** Nothing is written. */
  isDry?: boolean
}

/** The categories at the ends of these paths below `parentId`, by path; those that are not there are made. */
export async function ensureCategories(
  tenant: Tenant,
  paths: readonly string[],
  { parentId = null, importId, isDemo = false, isDry = false }: Making = {},
): Promise<{ ids: Map<string, string>; made: { id: string; name: string; key: string }[] }> {
  const tree = paths.length === 0 ? [] : await lockTree(tenant)
  const byId = new Map(tree.map(category => [category.id, category]))
  const byPlace = new Map(tree.map(category => [placeKey(parentOf(category), category.name), category]))
  const made: Placed[] = []
  const ensure = (above: string | null, name: string): string => {
    const place = placeKey(above, name)
    const known = byPlace.get(place)
    if (known) return known.id
    const id = newId()
    const fresh = { id, name, path: [...(above ? byId.get(above)!.path : []), id] }
    byPlace.set(place, fresh)
    byId.set(id, fresh)
    made.push(fresh)
    return id
  }
  const ids = new Map(paths.map(path => [path, namesOfPath(path).reduce<string | null>(ensure, parentId)!]))
  const rows = made.map(category => ({ ...category, importId, isDemo }))
  if (!isDry) await insertRecords(tenant, categoryRecord, rows)
  /** Its path, by which later batches of a dry run know it again. */
  const keyOf = ({ path }: Placed) => JSON.stringify(path.map(above => byId.get(above)!.name.toLowerCase()))
  return { ids, made: made.map(category => ({ ...category, key: keyOf(category) })) }
}

export async function createCategory(ctx: Ctx, name: string, parentId: string | null): Promise<Category> {
  return inTransaction(ctx, async ctx => {
    if (parentId) getPlaced(await lockTree(ctx), parentId)
    const { ids, made } = await ensureCategories(ctx, [name], { parentId })
    const created = made.map(category => categoryEvents.created(category, { name: category.name }))
    await record(ctx, created)
    return (await listCategories(ctx, ids.get(name)!))[0]!
  })
}

/** Another than `id` that has this name there. */
const twinOf = (tree: readonly Placed[], id: string, name: string, parentId: string | null) =>
  tree.find(one => one.id !== id && placeKey(parentOf(one), one.name) === placeKey(parentId, name))

/** Refuses whoever may not change every product. */
function requireOfAll({ actor }: Ctx): void {
  if (actor.recordRule !== 'all') throw new AppError('forbidden', say(words, 'ofAll'))
}

type Patch = Partial<Pick<Category, 'name' | 'parentId'>>

export async function changeCategory(ctx: Ctx, id: string, patch: Patch): Promise<Category> {
  requireOfAll(ctx)
  return inTransaction(ctx, async ctx => {
    const tree = await lockTree(ctx)
    const before = getPlaced(tree, id)
    const parentBefore = parentOf(before)
    const { name = before.name, parentId = parentBefore } = patch
    if (parentId && !tree.some(category => category.id === parentId))
      throw unsaved('unprocessable', 'parentId', say(words, 'none'))
    if (twinOf(tree, id, name, parentId)) throw unsaved('conflict', 'name', say(words, 'taken', { name }))
    const moved = await movingBelow(ctx, id, parentId, 0).execute(ctx.db)
    if (moved.numAffectedRows === 0n) throw unsaved('unprocessable', 'parentId', say(words, 'circle'))
    await updateRows(ctx, 'productCategories', id, { name })
    const changes = changesOf({}, { name: before.name, parentId: parentBefore }, { name, parentId })
    if (Object.keys(changes).length > 0) await record(ctx, [categoryEvents.changed({ id }, { name, changes })])
    return (await listCategories(ctx, id))[0]!
  })
}

/** Puts what stands in a category below `to`, from the place `skipped` after its own on; never below itself. */
function movingBelow({ workspaceId }: Tenant, id: string, to: string | null, skipped: number) {
  return sql`
    with above as (
      select coalesce((select a.path from product_categories a where a.workspace_id = ${workspaceId} and a.id = ${to}), '{}') as path)
    update product_categories k set path = above.path || k.path[array_position(k.path, ${id}::uuid) + ${skipped}::int:]
    from above where k.workspace_id = ${workspaceId} and k.path @> ${[id]}::uuid[] and not above.path @> ${[id]}::uuid[]`
}

/** What was in it, products and categories, belongs to the one above; a category there that has its name takes in what it held. */
export async function removeCategory(ctx: Ctx, id: string): Promise<void> {
  requireOfAll(ctx)
  await inTransaction(ctx, async ctx => {
    const tree = await lockTree(ctx)
    await record(ctx, await dissolve(ctx, tree, id, parentOf(getPlaced(tree, id))))
  })
}

async function dissolve(ctx: Ctx, tree: readonly Placed[], id: string, to: string | null): Promise<NewEvent[]> {
  const { workspaceId } = ctx
  const events: NewEvent[] = []
  for (const below of tree.filter(category => parentOf(category) === id)) {
    const twin = twinOf(tree, id, below.name, to)
    if (twin) events.push(...(await dissolve(ctx, tree, below.id, twin.id)))
  }
  const emptying = sql<{ id: string; isDeleted: boolean }>`
    update products set category_id = ${to}, version = version + 1, updated_at = ${ctx.now()}
    where workspace_id = ${workspaceId} and category_id = ${id} returning id, deleted_at is not null as is_deleted`
  const { rows: moved } = await emptying.execute(ctx.db)
  await movingBelow(ctx, id, to, 1).execute(ctx.db)
  await deleteRows(ctx, 'productCategories', id)
  const changes = { categoryId: [id, to] as [string, string | null] }
  const changed = moved.filter(({ isDeleted }) => !isDeleted).map(one => productEvents.changed(one, { changes }))
  return [...events, categoryEvents.removed({ id }, { name: getPlaced(tree, id).name }), ...changed]
}
