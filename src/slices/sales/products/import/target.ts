import { defineMessages, say } from '../../../../kernel/messages.ts'
import { formatMoney } from '../../../../kernel/money.ts'
import {
  cellsOf,
  importColumns,
  describedProfile,
  emptyProfile,
  idWords,
  isNothing,
  keepingColumns,
  ownerColumns,
  quote,
  readCode,
  readColumn,
  readCurrency,
  readDay,
  readMoney,
  toLine,
  toMoney,
  type Amount,
  type ImportTarget,
  type ReadValue,
  type TargetColumn,
} from '../../../customers/imports/public.ts'
import { namesOfPath } from '../policy.ts'
import { productRecord, productWords, variantColumns } from '../record.ts'
import { importProducts, type ProductDraft } from './write.ts'

const words = defineMessages('products.import-target', {
  noKey: 'Say which column is the SKU or the id of a product.',
  keyless: 'Has neither a SKU nor an id.',
  emptySpan: 'The price ends before it begins; left empty.',
  unreadSpan: 'A day of the price cannot be read; the price was left empty.',
  longCategory:
    '{path} is longer than the path (1,000 characters) or a name (200) of a category can be; the category stays as it is.',
})

/** Amounts wait for their currency, whose column may come later. Null is what cannot be read. */
interface Given {
  price?: Amount
  cost?: Amount
  currency?: string | null
  from?: string | null
  to?: string | null
}
type RawProduct = ProductDraft & { given: Given }
type Read = TargetColumn<RawProduct>['read']

const given =
  <Key extends keyof Given>(key: Key, read: ReadValue<Given[Key]>): Read =>
  (raw, text, report, rules) =>
    void (raw.given[key] ??= read(text, report, rules))

const readBound: ReadValue<string | null> = (text, report, rules) =>
  isNothing(text) ? undefined : (readDay(text, report, rules) ?? null)

/** What other systems write where there is no end. */
const readEnd: ReadValue<string | null> = (text, report, rules) =>
  /\b9999\b/.test(text) ? undefined : readBound(text, report, rules)

const ofVariant =
  (key: 'name' | 'isActive' | 'costCurrency'): Read =>
  ({ variant }, text, report, rules) =>
    Object.assign(variant, { [key]: readColumn(variantColumns[key], text, report, rules) })

const columns = importColumns<RawProduct>(
  productWords,
  {
    sourceId: `${idWords}|product id|handle|id produktu|artikel id`,
    variantId: 'variant id|id varianty|varianten id',
    sku: 'sku|variant sku|product code|item number|article number|kod|kod produktu|artikelnummer',
    name: 'name|title|product|product name|item|item name|nazev|nazev produktu|produkt|artikel|bezeichnung',
    variant:
      'variant|variant title|option|option1 value|size|colour|color|varianta|velikost|barva|variante|grosse|farbe',
    description: 'description|body|body html|popis|beschreibung',
    categoryId: 'category|product category|type|product type|category path|kategorie|typ|warengruppe',
    unit: 'unit|unit of measure|uom|jednotka|einheit',
    taxClass: 'tax class|tax|vat|tax rate|danova trida|dph|steuerklasse|mwst',
    isActive: 'active|is active|published|enabled|status|aktivni|aktiv',
    isVariantActive:
      'variant active|is variant active|variant is active|variant enabled|varianta aktivni|variante aktiv',
    price: 'price|variant price|unit price|list price|cena|cena za kus|preis',
    currency: 'currency|price currency|mena|wahrung',
    from: 'valid from|price from|plati od|gultig ab',
    to: 'valid to|valid until|price to|plati do|gultig bis',
    cost: 'cost|cost per item|cost of goods|purchase price|nakupni cena|naklady|einkaufspreis',
    costCurrency: 'cost currency|currency of the cost|mena nakladu',
  },
  {
    sourceId: readCode('sourceId'),
    variantId: readCode('variantId'),
    sku: ({ variant }, text) => readCode('sku', 100)(variant, text),
    variant: ofVariant('name'),
    categoryId(raw, text, report) {
      const names = namesOfPath(toLine(text))
      const path = names.join(' > ')
      const isLong = path.length > 1000 || names.some(name => name.length > 200)
      if (isLong) report.warn(say(words, 'longCategory', { path: quote(path) }))
      raw.category = isLong ? null : path || null
    },
    isVariantActive: ofVariant('isActive'),
    price: given('price', readMoney),
    currency: given('currency', readCurrency),
    from: given('from', readBound),
    to: given('to', readEnd),
    cost: given('cost', readMoney),
    costCurrency: ofVariant('costCurrency'),
  },
  { of: productRecord.columns, dates: ['from', 'to'], numbers: ['price', 'cost'] },
)

const profileColumns = [...ownerColumns, ...keepingColumns()].filter(({ key }) => key !== 'note')

export const productImport: ImportTarget<ProductDraft, RawProduct> = {
  columns: [...columns, ...profileColumns] as typeof columns,
  nouns: ['products', 'product', 'catalogue', 'produkty', 'produkte', 'artikel'],
  ownExport: { known: ['id & sku & taxclass & teamid'], columns: { categoryId: 'categoryname' }, leftOut: 'prices' },
  byValue: {},
  likeness(found) {
    const products = found('products')
    const isPriced = ['price', 'cost', 'variant', 'isVariantActive', 'categoryId', 'unit'].some(key =>
      products.has(key),
    )
    const isOrder = found('orders').has('placedAt') || found('orders').has('itemQuantity')
    return products.has('name') && isPriced && !isOrder && (products.has('sku') || products.has('sourceId')) ? 5 : 0
  },
  missing: targets => (targets.has('sku') || targets.has('sourceId') ? [] : [say(words, 'noKey')]),
  empty: row => ({
    ...emptyProfile(row),
    sourceId: null,
    variantId: null,
    category: null,
    variant: {},
    price: null,
    given: {},
  }),
  customFields: raw => raw.fields,
  settle({ given, ...draft }, _cells, report, rules) {
    const { variant } = draft
    if (draft.sourceId === null && !variant.sku) report.refuse(say(words, 'keyless'), null)
    const { price, cost, currency, from, to } = given
    const worth = price && toMoney(price, currency, rules.currency, report)
    const isUnread = from === null || to === null
    if (worth && isUnread) report.warn(say(words, 'unreadSpan'))
    else if (worth && from && to && from >= to) report.warn(say(words, 'emptySpan'))
    else if (worth) draft.price = { ...worth, from: from ?? null, to: to ?? null }
    const usual = currency === undefined ? rules.currency : currency
    const costs = cost && toMoney(cost, variant.costCurrency, usual, report)
    if (costs) Object.assign(variant, { cost: costs.amount, costCurrency: costs.currency })
    return draft
  },
  groupKey: ({ mapping }) => cellsOf(mapping, 'sourceId', 'sku'),
  describe({ sourceId, category, variant: { name, isActive, cost, ...variant }, price, ...draft }, locale) {
    const values = { ...draft.values, ...variant }
    return [
      ['sourceId', sourceId],
      ...describedProfile({ ...draft, values }),
      ['variant', name],
      ['isVariantActive', isActive?.toString()],
      ['categoryId', category],
      ['price', price && formatMoney(price.amount, price.currency, locale)],
      ['cost', cost ? formatMoney(cost, variant.costCurrency!, locale) : null],
    ]
  },
  write: importProducts,
}
