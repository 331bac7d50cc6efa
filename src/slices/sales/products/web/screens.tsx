import { IconPackageImport } from '@tabler/icons-react'
import { webOfKind } from '../../../../ui/record/web-of-kind.tsx'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { categoryKind, productKind } from './product-kind.ts'

const kind = webOfKind(
  productKind,
  { key: 'p', createIcon: IconPackageImport, besides: [{ kind: categoryKind, href: '/products/categories' }] },
  () => import('./product-screens.tsx'),
)

export const productsWeb: WebSlice = {
  ...kind,
  screens: [...kind.screens, { path: '/products/categories', load: () => import('./CategoriesScreen.tsx') }],
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
  rows: () => import('./product-record.tsx'),
  definitions: () => import('../record.ts'),
  events: () => import('../events.ts'),
  live: { products: ['import', 'order'] },
}
