import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import { emptyOf, without } from '../../../kernel/record/record.ts'
import { isDemoRecord } from '../../../platform/record/demo-records.ts'
import { insertWhole } from '../../../platform/record/parts.ts'
import type { DemoPart } from '../../workspace/demo/public.ts'
import { ensureCategories } from './categories.ts'
import { derived } from './commands.ts'
import { noVariant, productRecord } from './record.ts'

const paths: Record<string, string> = {
  CA: 'Living > Candles',
  TX: 'Textiles',
  LB: 'Lighting > Bulbs',
  LA: 'Lighting > Lamps',
}
const pathOf = (sku: string) => paths[sku.slice(0, 2)] ?? 'Living'

export const demo: DemoPart = {
  /** What the demo company's orders are made of. */
  async seed({ db, workspaceId, workspace: { currency }, now }, { products, staff: [owner] }) {
    const { ids } = await ensureCategories({ db, workspaceId }, Object.values(paths), { isDemo: true })
    const rows = products.map(({ sku, name, price }) => {
      const prices = [{ currency, amount: price, from: null, to: null }]
      const cost = { cost: Math.round(price * 0.42), costCurrency: currency }
      const variants = [{ ...noVariant, id: newId(), sku, ...cost, prices }]
      return {
        ...emptyOf(without(productRecord.columns, 'createdAt', 'updatedAt')),
        id: newId(),
        name,
        ...derived({ name, variants }),
        categoryId: ids.get(pathOf(sku))!,
        unit: 'piece',
        taxClass: 'standard',
        ownerId: owner!.id,
        source: 'demo',
        isDemo: true,
        variants,
      }
    })
    await insertWhole({ db, workspaceId }, productRecord, rows, now())
  },
  async remove({ db, workspaceId }) {
    const isDemo = isDemoRecord(workspaceId, sql`u.id`, 'product_categories')
    await sql`
      update product_categories k set path = array(
        select u.id from unnest(k.path) with ordinality u (id, place) where not ${isDemo} order by u.place)
      where k.workspace_id = ${workspaceId} and not k.is_demo`.execute(db)
  },
}
