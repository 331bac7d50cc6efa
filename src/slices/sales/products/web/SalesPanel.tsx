import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { ItemList, ItemRow } from '../../../../ui/layout/ItemList.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { TextLink } from '../../../../ui/layout/TextLink.tsx'
import type { ShownRecord, Slots } from '../../../../ui/screen/slots.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { FactList } from '../../../../ui/values/FactList.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { getSales, listProducts } from '../schema.ts'

const messages = defineMessages('products.sales-panel', {
  title: 'Sold',
  ofSeen: 'In orders that you may see.',
  lastYear: '12 months',
  all: 'In all',
  pieces: '{count, plural, one {# piece} other {# pieces}}',
})

/** What was sold of a product, and its latest orders. */
export default function SalesPanel({ id }: ShownRecord) {
  const t = useMessages(messages)
  const format = useFormat()
  const { workspace, recordRule } = useSession()
  const { currency } = workspace
  const sales = useEndpoint(getSales, { params: { id } }).data
  if (!sales) return null
  const fact = (key: 'lastYear' | 'all') => ({
    label: t(key),
    value: (
      <>
        <Money amount={sales[key].amount} currency={currency} /> · {t('pieces', { count: sales[key].quantity })}
      </>
    ),
  })
  return (
    <Section title={t('title')} description={recordRule !== 'all' && t('ofSeen')}>
      <FactList facts={[fact('lastYear'), fact('all')]} />
      <ItemList label={t('title')}>
        {sales.latest.map(order => (
          <ItemRow
            key={order.id}
            title={<TextLink href={`/orders/${order.id}`} label={order.number} isName />}
            detail={`${format.date(order.placedAt)} · ${t('pieces', { count: order.quantity })}`}
            trailing={<Money amount={order.amount} currency={order.currency} />}
          />
        ))}
      </ItemList>
    </Section>
  )
}

/** The name of an item of an order, which leads to the product that has its SKU where there is one. */
export function ItemProduct({ item, skus }: Slots['order.item']) {
  const query = { 'filter[sku][in]': skus.join(','), limit: 200 }
  const products = useEndpoint(listProducts, skus.length > 0 ? { query } : null).data
  const product = products?.items.find(one => item.sku !== null && one.skus.includes(item.sku))
  return product ? <TextLink href={`/products/${product.id}`} label={item.name} isName /> : item.name
}
