import { z } from 'zod'
import { defineMessages } from '../../../kernel/messages.ts'
import { currency, minorUnits } from '../../../kernel/money.ts'
import {
  currencyCode,
  key,
  line,
  list,
  moment,
  money,
  mostMoney,
  reference,
  references,
  required,
  requiredOr,
  text,
  whole,
  yesNo,
} from '../../../kernel/record/column.ts'
import { extras, findable, history, owned } from '../../../kernel/record/column-groups.ts'
import {
  columnsFor,
  defineRecord,
  emptyOf,
  only,
  sourcedColumns,
  without,
  type New,
  type Stored,
} from '../../../kernel/record/record.ts'
import { day } from '../../../kernel/time.ts'

/** What products consist of, as screens and the headings of files say it. */
export const productWords = defineMessages('products.words', {
  categoryNameless: 'Give the category a name.',
  categorySign: 'Leave out > and ›: they stand between the names of a path.',
  sourceId: 'Id in the other system',
  name: 'Name',
  sku: 'SKU',
  variant: 'Variant',
  variantId: 'Id of the variant',
  variants: 'Variants',
  inactive: 'Inactive',
  description: 'Description',
  categoryId: 'Category',
  unit: 'Unit',
  taxClass: 'Tax class',
  isActive: 'Active',
  isVariantActive: 'Variant active',
  price: 'Price',
  currency: 'Currency of the price',
  from: 'Price valid from',
  to: 'Price ends before',
  cost: 'Cost of goods',
  costCurrency: 'Currency of the cost',
})

/** What one unit costs from a day on until before another; null where there is no such day. */
export const price = z.strictObject({
  currency,
  amount: minorUnits.min(0).max(mostMoney),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
})
export type Price = z.output<typeof price>

/** So many a call and a file may give one product. */
export const mostVariants = 2000

/** What a SKU names: a size or colour of a product, or the whole of it where there is only one. */
export const variantRecord = defineRecord({
  name: 'product variant',
  table: 'product_variants',
  columns: {
    productId: required(reference('products', [])),
    position: required(whole([])),
    id: key(),
    sku: line(['listed'], 100),
    name: line(['listed']),
    /** What one costs the company. */
    cost: money(['listed'], { currencyIn: 'costCurrency' }),
    costCurrency: currencyCode(['listed']),
    isActive: requiredOr(true, yesNo(['listed'])),
    prices: requiredOr([], list(price, ['listed'])),
    deletedAt: moment(['later']),
  },
  uniques: [['sku']],
})

export const variantColumns = columnsFor(variantRecord.columns, 'listed')
/** What a product without variants of its own says of the only one that it has. */
export const soleColumns = only(variantColumns, 'sku', 'cost', 'costCurrency', 'prices')
/** What a variant is beside who it is. */
export const variantValues = without(variantColumns, 'id')
export const noVariant = emptyOf(variantValues)

const detail = ['written', 'listed', 'exported'] as const

export const productRecord = defineRecord({
  name: 'product',
  table: 'products',
  isShared: true,
  columns: {
    id: key(),
    name: required(line(detail)),
    ...findable(),
    description: text(detail, 5000),
    categoryId: reference('product_categories', ['written', 'listed']),
    /** Of which a price is for one: piece, hour, kg. */
    unit: line(detail, 40),
    /** standard, reduced, zero, exempt, or how the company calls it. */
    taxClass: line(detail, 40),
    isActive: requiredOr(true, yesNo(detail)),
    pictureFileId: reference('files', ['listed', 'later']),
    ...owned(detail),
    ...extras(),
    source: line(['listed', 'exported'], 60),
    sourceId: line(['listed', 'exported']),
    ...history,
  },
  uniques: [['source', 'sourceId']],
  parts: { variants: { definition: variantRecord, owner: 'productId', shown: variantColumns } },
})

export const categoryRecord = defineRecord({
  name: 'product-category',
  table: 'product_categories',
  columns: {
    id: key(),
    name: required(line([])),
    path: required(references('product_categories', [])),
    importId: reference('imports', ['defaulted']),
    isDemo: requiredOr(false, yesNo(['defaulted'])),
  },
})

const { columns } = productRecord

export const sourceColumns = sourcedColumns(columns)

export type Variant = Stored<typeof variantColumns>
export type NewProduct = New<typeof columns> & { variants: Variant[] }
