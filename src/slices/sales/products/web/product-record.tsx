import { IconBinaryTree2, IconCurrencyEuro } from '@tabler/icons-react'
import { useMemo } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { call } from '../../../../ui/api/call.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { recordReference } from '../../../../ui/record/record-reference.tsx'
import { recordRows } from '../../../../ui/record/record-rows.ts'
import type { Reference } from '../../../../ui/record/web-kind.ts'
import { webRecord } from '../../../../ui/record/web-record.ts'
import { rowsOf, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { recordHost } from '../../../customers/fields/web/record-host.tsx'
import type { SearchSold } from '../../../customers/orders/web/public.ts'
import { productEvents } from '../events.ts'
import { priceAt, priceChanges } from '../policy.ts'
import { productRecord, productWords, type Price } from '../record.ts'
import {
  createCategory,
  getProduct,
  listCategories,
  listProducts,
  productEndpoints,
  productPicture,
  type Category,
  type Product,
  type ProductRow,
} from '../schema.ts'
import { productKind } from './product-kind.ts'

const messages = defineMessages('products.product-record', {
  priced: 'Prices changed',
  span: '{price}{from, select, none {} other { from {from}}}{to, select, none {} other {, ends before {to}}}',
  removed: '{price} removed',
})

const optionOf = ({ id, path }: Category) => ({ value: id, label: path })

const readCategories = async (signal?: AbortSignal) => (await call(listCategories, {}, signal)).items.map(optionOf)

/** A category, chosen by its path; one that is typed and not there is made, with those above it. */
export const categoryReference: Reference = {
  search: async (query, signal) =>
    (await readCategories(signal)).filter(({ label: path }) => path.toLowerCase().includes(query.toLowerCase())),
  resolve: async ids => (await readCategories()).filter(({ value }) => ids.includes(value)),
  create: async name => optionOf(await call(createCategory, { body: { name } })),
  Name: ({ id }) => useEndpoint(listCategories, {}).data?.items.find(category => category.id === id)?.path,
}

export const webProduct = webRecord<ProductRow, Product>(productKind, {
  host: recordHost,
  definition: productRecord,
  endpoints: productEndpoints,
  pictures: productPicture,
  words: productWords,
  fields: [
    { key: 'name', width: 200 },
    {
      key: 'sku',
      filterable: true,
      operators: ['contains'],
      width: 120,
      phone: 'meta',
      render: row => row.skus.join(', '),
    },
    { key: 'categoryId', icon: IconBinaryTree2, width: 150, phone: 'meta' },
    {
      key: 'price',
      type: 'money',
      filterable: true,
      sortable: true,
      width: 100,
      phone: 'trailing',
      render: ({ shownPrice }) => shownPrice && <Money {...shownPrice} />,
    },
    { key: 'isActive', width: 80 },
    { key: 'unit', width: 80, isHidden: true },
    { key: 'taxClass', width: 100, isHidden: true },
    '*',
    { key: 'updatedAt', isHidden: false },
  ],
})

export const productReference = recordReference<ProductRow>(productEndpoints, ({ skus }) => skus.join(', ') || null)

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

function useToldFields() {
  const t = useMessages(productWords)
  const format = useFormat()
  const fields = webProduct.useFields()
  const categories = useEndpoint(listCategories, {}).data?.items
  return useMemo(() => {
    const partText = ({ sku, name, cost, costCurrency, isActive }: Product['variants'][number]) => {
      const price = cost !== null && costCurrency && format.money(cost, costCurrency)
      return [sku, name, price, !isActive && t('inactive')].filter(Boolean).join(' ') || t('variant')
    }
    return [
      ...fields.map(field => (field.key === 'categoryId' ? { ...field, options: categories?.map(optionOf) } : field)),
      { key: 'variants', label: t('variants'), type: 'text' as const, partText },
    ]
  }, [fields, categories, format, t])
}

/** "€59.90 from 1 Jan 2027" */
export function usePriceText() {
  const t = useMessages(messages)
  const format = useFormat()
  const day = (day: string | null) => (day ? format.day(day) : 'none')
  return ({ amount, currency, from, to }: Price) =>
    t('span', { price: format.money(amount, currency), from: day(from), to: day(to) })
}

function usePriced({ at, data }: ShownOf<typeof productEvents.priced>) {
  const t = useMessages(messages)
  const format = useFormat()
  const textOf = usePriceText()
  const lines = Object.entries(data.prices).flatMap(([key, [before, after]]) =>
    priceChanges(before, after, format.dayKey(at)).map(({ price, was, isGone }) => {
      const old = was === null ? '' : `${format.money(was, price.currency)} → `
      const now = isGone ? t('removed', { price: textOf(price) }) : old + textOf(price)
      return [data.names ? data.names[key] : key, now].filter(Boolean).join(': ')
    }),
  )
  return { icon: IconCurrencyEuro, title: t('priced'), body: lines.join(' · ') || undefined }
}

export const rows = rowsOf(productEvents, {
  ...recordRows(webProduct, { useFields: useToldFields }),
  priced: usePriced,
})
