import { sql } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { only, type Stored } from '../../../kernel/record/record.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { moveToBin, takeOutOfBin } from '../../../platform/record/bin.ts'
import { insertParts, readParts, replaceParts } from '../../../platform/record/parts.ts'
import type { Holder } from '../../../platform/record/saving.ts'
import { insertRecords, ownLocks } from '../../../platform/record/statements.ts'
import { keyOf, sourceKey } from '../../customers/imports/public.ts'
import { productRecord, storedColumns, variantParts, variantRecord, type NewProduct, type Variant } from './record.ts'

const words = defineMessages('products.store', { none: 'There is no such product, or you may not see it.' })

export const noProduct = () => notFound(say(words, 'none'))

/** Rows for products and their variants; two statements for any number. */
export async function insertProducts(tenant: Tenant, products: NewProduct[], now: Date): Promise<void> {
  await insertRecords(tenant, productRecord, products, now)
  await insertParts(tenant, variantParts, products.map(withParts))
}

/** Gives products other variants; those of one in the bin are there with it. */
export async function replaceVariants(
  tenant: Tenant,
  products: readonly { id: string; variants: Variant[] }[],
): Promise<void> {
  await replaceParts(tenant, variantParts, products.map(withParts))
  const ids = products.map(({ id }) => id)
  await sql`
    update product_variants v set deleted_at = p.deleted_at from products p
    where v.workspace_id = ${tenant.workspaceId} and p.workspace_id = v.workspace_id and p.id = v.product_id
      and p.id = any(${ids}::uuid[]) and p.deleted_at is not null`.execute(tenant.db)
}

/** Products with their variants. */
export async function withVariants<Product extends { id: string }>(
  tenant: Tenant,
  products: readonly Product[],
): Promise<(Product & { variants: Variant[] })[]> {
  const ids = products.map(({ id }) => id)
  const variants = await readParts(tenant, variantParts, ids)
  return products.map(product => ({ ...product, variants: variants.get(product.id) ?? [] }))
}

const withParts = ({ id, variants }: { id: string; variants: Variant[] }) => ({ id, parts: variants })

export const { lockOne, lockAll } = ownLocks({ table: 'products' }, storedColumns, noProduct)

export interface ProductHolder extends Holder {
  key: string
}

export const skuKey = (sku: string) => keyOf('sku', sku)

/** What only one living product may have. */
export function keysOf({ source, sourceId, variants }: Pick<NewProduct, 'source' | 'sourceId' | 'variants'>): string[] {
  return [
    ...(source && sourceId ? [sourceKey(source, sourceId)] : []),
    ...variants.flatMap(({ sku }) => (sku ? [skuKey(sku)] : [])),
  ]
}

/** Living products that have one of these keys. */
export async function findHolders({ db, workspaceId }: Tenant, keys: readonly string[]): Promise<ProductHolder[]> {
  if (keys.length === 0) return []
  const read = keys.map(key => key.split('\n'))
  const skus = read.flatMap(([kind, sku]) => (kind === 'sku' ? sku! : []))
  const sources = read.filter(([kind]) => kind === 'source')
  const { rows } = await sql<ProductHolder>`
    select 'sku' || chr(10) || v.sku as key, p.id, p.name, p.owner_id, p.team_id
    from product_variants v join products p on p.workspace_id = v.workspace_id and p.id = v.product_id
    where v.workspace_id = ${workspaceId} and v.deleted_at is null and v.sku = any(${skus}::text[])
    union all
    select 'source' || chr(10) || p.source || chr(10) || p.source_id, p.id, p.name, p.owner_id, p.team_id from products p
      join unnest(${sources.map(key => key[1])}::text[], ${sources.map(key => key[2])}::text[]) as given (source, source_id)
        on p.source = given.source and p.source_id = given.source_id
    where p.workspace_id = ${workspaceId} and p.deleted_at is null and p.source_id is not null`.execute(db)
  return rows
}

const binned = only(productRecord.columns, 'id', 'name')
type Binned = Stored<typeof binned>

/** Moves products to the bin, which frees their SKUs; returns those that were not there yet. */
export async function binProducts(tenant: Tenant, ids: string[], now: Date): Promise<Binned[]> {
  const rows = await moveToBin(tenant, productRecord, binned, ids, now)
  await moveToBin(tenant, variantRecord, only(variantRecord.columns, 'id'), ids, now, 'productId')
  return rows
}

/** Takes products out of the bin. A SKU or source id that another has by now is not given back. */
export async function unbinProducts(tenant: Tenant, ids: string[]): Promise<Binned[]> {
  const variant = only(variantRecord.columns, 'id')
  await takeOutOfBin(tenant, variantRecord, variant, ids, [['sku']], 'productId')
  return takeOutOfBin(tenant, productRecord, binned, ids, [['source', 'sourceId']])
}
