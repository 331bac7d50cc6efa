import { call } from '../../../../ui/api/call.ts'
import type { SearchSold } from '../../../customers/orders/web/public.ts'
import { priceAt } from '../policy.ts'
import { getProduct, listProducts } from '../schema.ts'

/** Products as items of orders: each SKU that is active on its own. */
export const searchSold: SearchSold = async (query, signal) => {
  const { items } = await call(listProducts, { query: { q: query, 'filter[isActive]': 'true', limit: 10 } }, signal)
  return items.flatMap(({ id, name, activeSkus }) =>
    [...new Set(activeSkus)].map(sku => ({
      value: `${id} ${sku}`,
      label: name,
      hint: sku ?? undefined,
      async itemOf(currency, day) {
        const { variants } = await call(getProduct, { params: { id } })
        const variant = variants.find(variant => variant.isActive && variant.sku === sku) ?? variants[0]!
        const whole = variant.name === null ? name : `${name}, ${variant.name}`
        return { sku, name: whole, unitAmount: priceAt(variant.prices, currency, day) }
      },
    })),
  )
}
