import { sql } from 'kysely'
import { notFound, unsaved } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction, type Tenant } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { lockWorkspace } from '../../../platform/workspaces.ts'
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
})

/** Why a category stays. */
export const isUsed = say(words, 'used')

export async function listCategories({ db, workspaceId }: Tenant): Promise<Category[]> {
  const { rows } = await sql<Category>`
    select k.id, k.name, k.path[cardinality(k.path) - 1] as parent_id, ${categoryPath} as path,
      (select count(*)::int from products p
          join product_categories b on b.workspace_id = p.workspace_id and b.id = p.category_id
        where p.workspace_id = k.workspace_id and k.id = any(b.path) and p.deleted_at is null) as products
    from product_categories k where k.workspace_id = ${workspaceId} order by lower(${categoryPath}), k.id`.execute(db)
  return rows
}

async function getCategory(tenant: Tenant, id: string): Promise<Category> {
  const found = (await listCategories(tenant)).find(category => category.id === id)
  if (!found) throw notFound(say(words, 'none'))
  return found
}

/** One at a time changes the tree of a workspace, so that no two close a circle or make the same twice. */
async function lockTree(tenant: Tenant): Promise<Category[]> {
  await lockWorkspace(tenant)
  return listCategories(tenant)
}

type Named = Pick<Category, 'id' | 'name' | 'parentId'>

const isNamed = (name: string, parentId: string | null) => (category: Named) =>
  category.parentId === parentId && category.name.toLowerCase() === name.toLowerCase()

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
  const tree: Named[] = paths.length === 0 ? [] : await lockTree(tenant)
  const made: Named[] = []
  const ensure = (above: string | null, name: string): string => {
    const known = tree.find(isNamed(name, above))
    if (known) return known.id
    const fresh = { id: newId(), name, parentId: above }
    tree.push(fresh)
    made.push(fresh)
    return fresh.id
  }
  const ids = new Map(paths.map(path => [path, namesOfPath(path).reduce<string | null>(ensure, parentId)!]))
  const pathTo = (id: string | null): Named[] => {
    const category = tree.find(known => known.id === id)
    return category ? [...pathTo(category.parentId), category] : []
  }
  const rows = made.map(({ id, name }) => ({ id, name, path: pathTo(id).map(above => above.id), importId, isDemo }))
  if (!isDry) await insertRecords(tenant, categoryRecord, rows)
  /** Its path, by which later batches of a dry run know it again. */
  const keyOf = (id: string) => JSON.stringify(pathTo(id).map(above => above.name.toLowerCase()))
  return { ids, made: made.map(({ id, name }) => ({ id, name, key: keyOf(id) })) }
}

export async function createCategory(ctx: Ctx, name: string, parentId: string | null): Promise<Category> {
  return inTransaction(ctx, async ctx => {
    if (parentId) await getCategory(ctx, parentId)
    const { ids, made } = await ensureCategories(ctx, [name], { parentId })
    const created = made.map(category => categoryEvents.created(category, { name: category.name }))
    await record(ctx, created)
    return getCategory(ctx, ids.get(name)!)
  })
}

type Patch = Partial<Pick<Category, 'name' | 'parentId'>>

export async function changeCategory(ctx: Ctx, id: string, patch: Patch): Promise<Category> {
  const { workspaceId } = ctx
  return inTransaction(ctx, async ctx => {
    const tree = await lockTree(ctx)
    const before = await getCategory(ctx, id)
    const { name = before.name, parentId = before.parentId } = patch
    if (parentId && !tree.some(category => category.id === parentId))
      throw unsaved('unprocessable', 'parentId', say(words, 'none'))
    if (tree.some(category => category.id !== id && isNamed(name, parentId)(category)))
      throw unsaved('conflict', 'name', say(words, 'taken', { name }))
    const moving = sql`
      with above as (
        select coalesce((select a.path from product_categories a where a.workspace_id = ${workspaceId} and a.id = ${parentId}), '{}') as path)
      update product_categories k set path = above.path || k.path[array_position(k.path, ${id}::uuid):],
        name = case when k.id = ${id} then ${name} else k.name end
      from above where k.workspace_id = ${workspaceId} and k.path @> ${[id]}::uuid[] and not above.path @> ${[id]}::uuid[]`
    const moved = await moving.execute(ctx.db)
    if (moved.numAffectedRows === 0n) throw unsaved('unprocessable', 'parentId', say(words, 'circle'))
    await record(ctx, [categoryEvents.changed({ id }, { name })])
    return getCategory(ctx, id)
  })
}

/** What was in it, products and categories, belongs to the one above. */
export async function removeCategory(ctx: Ctx, id: string): Promise<void> {
  const { workspaceId } = ctx
  await inTransaction(ctx, async ctx => {
    await lockTree(ctx)
    const { name, parentId } = await getCategory(ctx, id)
    const moving = sql<{ id: string; isDeleted: boolean }>`
      update products set category_id = ${parentId}, version = version + 1, updated_at = ${ctx.now()}
      where workspace_id = ${workspaceId} and category_id = ${id} returning id, deleted_at is not null as is_deleted`
    const { rows: moved } = await moving.execute(ctx.db)
    await sql`update product_categories set path = array_remove(path, ${id}::uuid)
      where workspace_id = ${workspaceId} and path @> ${[id]}::uuid[]`.execute(ctx.db)
    await sql`delete from product_categories where workspace_id = ${workspaceId} and id = ${id}`.execute(ctx.db)
    const changes = { categoryId: [id, parentId] as [string, string | null] }
    const changed = moved
      .filter(product => !product.isDeleted)
      .map(product => productEvents.changed(product, { changes }))
    await record(ctx, [categoryEvents.removed({ id }, { name }), ...changed])
  })
}
