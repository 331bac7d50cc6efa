import { defineMessages, say } from '../../../../kernel/messages.ts'
import { currency, toMinor } from '../../../../kernel/money.ts'
import { mostMoney } from '../../../../kernel/record/column.ts'
import {
  clip,
  columnsOf,
  cut,
  describedFields,
  describedValues,
  emptyProfile,
  idWords,
  isNothing,
  keepingColumns,
  ownerColumns,
  parseNumber,
  quote,
  readDay,
  readLine,
  readSourceId,
  readYesNo,
  toLine,
  type ImportTarget,
  type Report,
  type RowRules,
} from '../../../customers/imports/public.ts'
import { namesOf } from '../policy.ts'
import { productWords } from '../record.ts'
import { importProducts, type ProductDraft } from './write.ts'

const words = defineMessages('products.import-target', {
  noKey: 'Say which column is the SKU or the id of a product.',
  keyless: 'Has neither a SKU nor an id.',
  notMoney: '{value} is not an amount; left empty.',
  emptySpan: 'The price ends before it begins; left empty.',
  notCurrency: '{value} is not a currency; left empty.',
})

/** Amounts wait for their currency, whose column may come later. */
interface RawProduct extends ProductDraft {
  amounts: { price?: number; cost?: number }
  currency: string | null
  span: { from: string | null; to: string | null }
}

function readCurrency(text: string, report: Report): string | null {
  const code = text.toUpperCase()
  if (currency.safeParse(code).success) return code
  report.warn(say(words, 'notCurrency', { value: quote(text) }))
  return null
}

const amount = (key: 'price' | 'cost') => (raw: RawProduct, text: string, report: Report, rules: RowRules) => {
  const value = parseNumber(text, rules.decimalMark)
  if (value === null || value < 0) report.warn(say(words, 'notMoney', { value: quote(text) }))
  else raw.amounts[key] = value
}

const columns = columnsOf<RawProduct>(
  productWords,
  {
    sourceId: `${idWords}|product id|handle|id produktu|artikel id`,
    sku: 'sku|variant sku|product code|item number|article number|kod|kod produktu|artikelnummer',
    name: 'name|title|product|product name|item|item name|nazev|nazev produktu|produkt|artikel|bezeichnung',
    variant:
      'variant|variant title|option|option1 value|size|colour|color|varianta|velikost|barva|variante|grosse|farbe',
    description: 'description|body|body html|popis|beschreibung',
    categoryId: 'category|product category|type|product type|category path|kategorie|typ|warengruppe',
    unit: 'unit|unit of measure|uom|jednotka|einheit',
    taxClass: 'tax class|tax|vat|tax rate|danova trida|dph|steuerklasse|mwst',
    isActive: 'active|is active|published|enabled|status|aktivni|aktiv',
    price: 'price|variant price|unit price|list price|cena|cena za kus|preis',
    currency: 'currency|price currency|mena|wahrung',
    from: 'valid from|price from|plati od|gultig ab',
    to: 'valid to|valid until|price to|plati do|gultig bis',
    cost: 'cost|cost per item|cost of goods|purchase price|nakupni cena|naklady|einkaufspreis',
    costCurrency: 'cost currency|currency of the cost|mena nakladu',
  },
  {
    sourceId: readSourceId,
    sku({ variant }, text) {
      if (!isNothing(text)) variant.sku = clip(toLine(text), 100)
    },
    name: readLine('name'),
    variant({ variant }, text, report) {
      variant.name = cut(toLine(text), 200, report)
    },
    description({ values }, text, report) {
      values.description = cut(text, 5000, report)
    },
    categoryId(raw, text, report) {
      raw.category = namesOf(cut(toLine(text), 1000, report)).join(' > ') || null
    },
    unit: readLine('unit', 40),
    taxClass: readLine('taxClass', 40),
    isActive: ({ values }, text, report) => (values.isActive = readYesNo(text, report)),
    price: amount('price'),
    currency: (raw, text, report) => (raw.currency = readCurrency(text, report)),
    from: ({ span }, text, report, rules) => (span.from = readDay(text, rules, report)),
    to: ({ span }, text, report, rules) => (span.to = readDay(text, rules, report)),
    cost: amount('cost'),
    costCurrency: ({ variant }, text, report) => (variant.costCurrency = readCurrency(text, report)),
  },
  { dates: ['from', 'to'], numbers: ['price', 'cost'] },
)

const profileColumns = [...ownerColumns, ...keepingColumns()].filter(({ key }) => key !== 'note')

export const productImport: ImportTarget<ProductDraft, RawProduct> = {
  columns: [...columns, ...profileColumns] as typeof columns,
  nouns: ['products', 'product', 'catalogue', 'produkty', 'produkte', 'artikel'],
  questions: ['owner'],
  byValue: {},
  likeness(found) {
    const products = found('products')
    const isPriced = ['price', 'cost', 'variant', 'categoryId', 'unit'].some(key => products.has(key))
    const isOrder = found('orders').has('placedAt') || found('orders').has('itemQuantity')
    return products.has('name') && isPriced && !isOrder && (products.has('sku') || products.has('sourceId')) ? 5 : 0
  },
  missing: targets => (targets.has('sku') || targets.has('sourceId') ? [] : [say(words, 'noKey')]),
  empty: row => ({
    ...emptyProfile(row),
    values: {},
    sourceId: null,
    category: null,
    variant: {},
    price: null,
    amounts: {},
    currency: null,
    span: { from: null, to: null },
  }),
  customFields: raw => raw.fields,
  settle({ amounts, currency: of, span, ...draft }, _cells, report, rules) {
    const { variant } = draft
    if (draft.sourceId === null && !variant.sku) report.refuse(say(words, 'keyless'), null)
    const code = of ?? rules.currency
    const minor = (amount: number, of: string) => {
      const value = toMinor(amount, of)
      if (value <= mostMoney) return value
      report.warn(say(words, 'notMoney', { value: quote(String(amount)) }))
      return undefined
    }
    const amount = amounts.price === undefined ? undefined : minor(amounts.price, code)
    const isEmpty = span.from !== null && span.to !== null && span.from >= span.to
    if (amount !== undefined && isEmpty) report.warn(say(words, 'emptySpan'))
    else if (amount !== undefined) draft.price = { currency: code, amount, ...span }
    const cost = amounts.cost === undefined ? undefined : minor(amounts.cost, variant.costCurrency ?? code)
    if (cost !== undefined) {
      variant.costCurrency ??= code
      variant.cost = cost
    }
    return draft
  },
  describe({ sourceId, values, category, variant, price, tags, fields }) {
    const { name, ...others } = variant
    return [
      ['sourceId', sourceId],
      ...describedValues({ ...values, ...others }),
      ['variant', name],
      ['categoryId', category],
      ['price', price && `${price.amount}`],
      ['tags', tags.join(', ')],
      ...describedFields(fields),
    ]
  },
  write: importProducts,
}
