import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { lineOf } from '../../../kernel/input.ts'
import { refusal } from '../../../kernel/messages.ts'
import { pictureEndpoints } from '../../../kernel/record/picture.ts'
import { recordEndpoints, type ShapesOf } from '../../../kernel/record/endpoints.ts'
import { inputShape } from '../../../kernel/record/record.ts'
import { trimmed } from '../../../kernel/text.ts'
import { sales } from '../../customers/orders/schema.ts'
import { mostVariants, productRecord, productWords, soleColumns, variantValues } from './record.ts'

/** With its id or the SKU that it has it stays the same variant. */
export const variantInput = z.strictObject({ ...inputShape(variantValues), id: id.optional() })
export type VariantInput = z.output<typeof variantInput>

export const productEndpoints = recordEndpoints(productRecord, {
  input: {
    /** All that the product has, in their order. */
    variants: z.array(variantInput).min(1).max(mostVariants).optional(),
    /** These are the only variant's, where `variants` is left out. */
    ...inputShape(soleColumns),
  },
  row: {
    /** The category with those above it: `Lamps > Desk`. */
    categoryName: z.string().nullable(),
    skus: z.array(z.string()),
    /** Of the variants that are active; null for one without. */
    activeSkus: z.array(z.string().nullable()),
    /** The lowest of today, in the workspace's currency. */
    price: z.int().nullable(),
    /** The same, or where there is none the lowest in another currency. */
    shownPrice: z.object({ currency: z.string(), amount: z.int() }).nullable(),
  },
  summaries: { get: 'Get a product with its variants and prices' },
})
type Shapes = ShapesOf<typeof productEndpoints>
export type ProductItem = Shapes['item']
export type ProductRow = Shapes['row']
export type Product = Shapes['whole']
export const { list: listProducts, create: createProduct, get: getProduct, change: changeProduct } = productEndpoints
export const productPicture = pictureEndpoints(productRecord)

const on = endpointsOf('products', { read: 'products:read', write: 'products:write' })

export const getSales = on.get('/products/{id}/sales', 'What was ordered of a product, by its SKUs', {
  access: 'orders:read',
  response: sales,
})

export const category = z.object({
  id,
  name: z.string(),
  parentId: id.nullable(),
  /** Its name after those above it: `Lamps > Desk`. */
  path: z.string(),
  /** How many products are in it and below it. */
  products: z.int(),
})
export type Category = z.output<typeof category>
/** The names of a path, each below the one before: `Lamps > Desk`. */
const categoryNames = lineOf().refine(
  path => path.split(/[>›]/).some(trimmed),
  refusal(productWords, 'categoryNameless'),
)
const categoryName = lineOf()
  .min(1, refusal(productWords, 'categoryNameless'))
  .regex(/^[^>›]*$/, refusal(productWords, 'categorySign'))

export const listCategories = on.get('/products/categories', 'The tree of categories, by path', {
  response: z.object({ items: z.array(category) }),
})
export const createCategory = on.create('/products/categories', 'Add a category, or the path to one', {
  body: z.strictObject({ name: categoryNames, parentId: id.nullish() }),
  response: category,
})
export const changeCategory = on.patch('/products/categories/{id}', 'Rename or move a category', {
  body: z.strictObject({ name: categoryName.optional(), parentId: id.nullish() }),
  response: category,
})
export const removeCategory = on.remove(
  '/products/categories/{id}',
  'Remove a category; what is in it belongs to the one above, or to the one of its name there',
)
