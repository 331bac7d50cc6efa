import { kindOf } from '../../../platform/record/record-kind.ts'
import { defineSlice } from '../../../platform/slice.ts'
import { isUsed } from './categories.ts'
import { demo } from './demo.ts'
import { categoryEvents, productEvents } from './events.ts'
import { productImport } from './import/target.ts'
import { importedCategories, importedProducts } from './import/write.ts'
import { personalData } from './personal-data.ts'
import { productSearch } from './queries.ts'
import { categoryRecord, productRecord } from './record.ts'
import { routes } from './routes.ts'

export const productsSlice = defineSlice({
  name: 'sales/products',
  records: [
    kindOf(productRecord, {
      search: productSearch,
      reference: true,
      timeline: {},
      linked: { called: 'name' },
      keeps: isUsed,
      importTarget: productImport,
      imported: importedProducts,
    }),
    kindOf(categoryRecord, { imported: importedCategories }),
  ],
  permissions: { 'products:read': 'member', 'products:write': 'member', 'products:export': 'manager' },
  routes,
  personalData,
  events: [productEvents, categoryEvents],
  demo,
  tables: ['products', 'product_variants', 'product_categories'],
})
