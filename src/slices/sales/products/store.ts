import { sql } from 'kysely'
import { notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { insertParts, readParts, replaceParts } from '../../../platform/record/parts.ts'
import { insertRecords, ownLocks } from '../../../platform/record/statements.ts'
import { productRecord, storedColumns, variantParts, type NewProduct, type Variant } from './record.ts'

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
