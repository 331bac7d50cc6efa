import { IconPackageImport } from '@tabler/icons-react'
import { webOfKind } from '../../../../ui/record/web-of-kind.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { categoryKind, productKind } from './product-kind.ts'

const screens = () => import('./ProductsScreen.tsx')
const record = () => import('./product-record.tsx')
const kind = webOfKind(productKind, {
  key: 'p',
  createIcon: IconPackageImport,
  list: screens,
  bin: async () => ({ default: (await screens()).ProductBin }),
  page: () => import('./ProductScreen.tsx'),
})

export const productsWeb: WebSlice = {
  ...kind,
  screens: [
    ...kind.screens,
    { path: '/products/categories', load: async () => ({ default: (await screens()).CategoriesScreen }) },
  ],
  records: [...kind.records, categoryKind],
  panels: [
    { slot: 'record.main', of: ['product'], order: -10, load: () => import('./VariantsPanel.tsx') },
    { slot: 'record.now', of: ['product'], order: 10, needs: 'orders:read', load: () => import('./SalesPanel.tsx') },
    {
      slot: 'order.item',
      order: 0,
      needs: 'products:read',
      load: async () => ({ default: (await import('./SalesPanel.tsx')).ItemProduct }),
    },
  ],
  rows: record,
  adminWords: record,
  definitions: () => import('../record.ts'),
  events: () => import('../events.ts'),
  live: { products: ['import', 'order'] },
}
