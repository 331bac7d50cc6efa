import { newId } from '../../../kernel/ids.ts'
import type { Ctx } from '../../../platform/context.ts'
import { insertAll } from '../../../platform/db/row.ts'
import type { DemoPart, DemoWorld } from '../demo/public.ts'

/** Who shares which view with everyone: the place of a colleague in the staff, and what they look at. */
const views = [
  {
    by: 10,
    object: 'contacts',
    name: 'Advocates and loyal customers',
    filter: { 'filter[lifecycle][in]': 'loyal,advocate' },
    sort: '-netAmount',
  },
  {
    by: 2,
    object: 'contacts',
    name: 'Lapsed, best first',
    filter: { 'filter[lifecycle][in]': 'lapsed' },
    sort: '-netAmount',
  },
  {
    by: 7,
    object: 'companies',
    name: 'Hotels and houses abroad',
    filter: { 'filter[country][ne]': 'CZ' },
    sort: '-netAmount',
  },
  { by: 1, object: 'orders', name: 'Orders over 1,000', filter: { 'filter[amount][gte]': '100000' }, sort: null },
]

export const demo: DemoPart = { seed }

async function seed(ctx: Ctx, { staff }: DemoWorld): Promise<void> {
  const at = ctx.now()
  const always = { isShared: true, createdAt: at, updatedAt: at }
  const rows = views.map(({ by, ...view }) => ({ ...view, ...always, id: newId(), memberId: staff[by]!.id }))
  await insertAll(ctx, 'views', rows)
}
