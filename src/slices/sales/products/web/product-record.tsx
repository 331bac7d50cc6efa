import { IconBinaryTree2, IconCurrencyEuro } from '@tabler/icons-react'
import { useMemo } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { addressOf, call } from '../../../../ui/api/call.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { RecordField } from '../../../../ui/record/record-field.ts'
import { recordReference } from '../../../../ui/record/record-reference.tsx'
import { recordRows } from '../../../../ui/record/record-rows.ts'
import { webRecord } from '../../../../ui/record/web-record.ts'
import { rowsOf, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { PersonLine } from '../../../../ui/values/PersonLine.tsx'
import { useCustomFields } from '../../../customers/fields/web/public.tsx'
import { useSharedFields } from '../../../customers/fields/web/use-shared-fields.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import { productEvents } from '../events.ts'
import { productWords } from '../record.ts'
import {
  createCategory,
  listCategories,
  productEndpoints,
  productPicture,
  type Category,
  type Product,
  type ProductRow,
} from '../schema.ts'
import { productKind } from './product-kind.ts'

export const permissionWords = defineMessages('products.permission', {
  'products:read': 'See products',
  'products:write': 'Create and change products',
  'products:export': 'Export products',
})
export const actionWords = defineMessages('products.action', {
  'products.exported': 'Exported products',
  'product.read': 'Read a product',
  'product.timeline-read': 'Read the timeline of a product',
})

const messages = defineMessages('products.product-record', {
  priced: 'Prices changed',
  since: '{sku}: {price} from {from}',
  always: '{sku}: {price}',
})

const optionOf = ({ id, path }: Category) => ({ value: id, label: path })

const readCategories = async (signal?: AbortSignal) => (await call(listCategories, {}, signal)).items.map(optionOf)

/** A category, chosen by its path; one that is typed and not there is made, with those above it. */
const categoryField = (label: string): RecordField<ProductRow> => ({
  key: 'categoryId',
  label,
  type: 'record',
  icon: IconBinaryTree2,
  width: 170,
  phone: 'meta',
  render: row => row.categoryName,
  search: async (query, signal) =>
    (await readCategories(signal)).filter(({ label: path }) => path.toLowerCase().includes(query.toLowerCase())),
  resolve: async ids => (await readCategories()).filter(({ value }) => ids.includes(value)),
  create: async name => optionOf(await call(createCategory, { body: { name } })),
})

export const pictureOf = ({ id, pictureFileId }: Pick<ProductRow, 'id' | 'pictureFileId'>) =>
  pictureFileId === null ? undefined : addressOf(productPicture.get, { params: { id }, query: { v: pictureFileId } })

/** The fields of a product, built in and custom. */
function useProductFields(): readonly RecordField<ProductRow>[] {
  const t = useMessages(productWords)
  const { currency } = useSession().workspace
  const shared = useSharedFields()
  const custom = useCustomFields('product')
  return useMemo<RecordField<ProductRow>[]>(
    () => [
      {
        key: 'name',
        label: t('name'),
        type: 'text',
        width: 240,
        sortable: true,
        phone: 'title',
        render: row => <PersonLine name={row.name} src={pictureOf(row)} square />,
      },
      {
        key: 'skus',
        label: t('sku'),
        type: 'text',
        width: 120,
        phone: 'meta',
        isReadOnly: true,
        filterable: false,
        render: row => row.skus.join(', '),
      },
      categoryField(t('categoryId')),
      {
        key: 'price',
        label: t('price'),
        type: 'money',
        currency,
        width: 96,
        phone: 'trailing',
        isReadOnly: true,
        filterable: false,
        render: row => row.price !== null && <Money amount={row.price} currency={currency} />,
      },
      { key: 'isActive', label: t('isActive'), type: 'yesno', width: 80 },
      { key: 'unit', label: t('unit'), type: 'text', width: 80, isHidden: true },
      { key: 'taxClass', label: t('taxClass'), type: 'text', width: 100, isHidden: true },
      { key: 'description', label: t('description'), type: 'long' },
      shared.ownerId,
      shared.teamId,
      shared.tagIds,
      shared.source,
      shared.createdAt,
      { ...shared.updatedAt, isHidden: false },
      shared.importId,
      ...custom,
    ],
    [t, currency, shared, custom],
  )
}

export const productRecord = webRecord<ProductRow, Product>(productKind, {
  host: recordHost,
  endpoints: productEndpoints,
  useFields: useProductFields,
})

export const productReference = recordReference<ProductRow>(productEndpoints, ({ skus }) => skus.join(', ') || null)

function useToldFields() {
  const t = useMessages(productWords)
  const fields = useProductFields()
  const categories = useEndpoint(listCategories, {}).data?.items
  return useMemo(
    () => [
      ...fields.map(field => (field.key === 'categoryId' ? { ...field, options: categories?.map(optionOf) } : field)),
      { key: 'variants', label: t('variants'), type: 'text' as const },
    ],
    [fields, categories, t],
  )
}

function usePriced({ data }: ShownOf<typeof productEvents.priced>) {
  const t = useMessages(messages)
  const format = useFormat()
  const lines = Object.entries(data.prices).flatMap(([sku, [before, after]]) =>
    after
      // One that only ends now is not a new one.
      .filter(
        ({ currency, amount, from }) =>
          !before.some(old => old.currency === currency && old.amount === amount && old.from === from),
      )
      .map(({ amount, currency, from }) => {
        const price = format.money(amount, currency)
        return from === null ? t('always', { sku, price }) : t('since', { sku, price, from: format.day(from) })
      }),
  )
  return { icon: IconCurrencyEuro, title: t('priced'), body: lines.join(' · ') || undefined }
}

const { changed, ...others } = recordRows(productRecord, { useFields: useToldFields })

/** Variants are told by what one knows them by. */
function useChanged(event: ShownOf<typeof productEvents.changed>) {
  const format = useFormat()
  const textOf = ({ sku, name, cost, costCurrency }: Product['variants'][number]) =>
    [sku, name, cost !== null && costCurrency && format.money(cost, costCurrency)].filter(Boolean).join(' ')
  const { variants, ...changes } = event.data.changes
  const texts = variants?.map(list => (list as Product['variants']).map(textOf).join(', '))
  return changed({ ...event, data: { changes: { ...changes, ...(texts && { variants: texts }) } } })
}

export const rows = rowsOf(productEvents, { ...others, changed: useChanged, priced: usePriced })
