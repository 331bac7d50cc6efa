import { IconBinaryTree2, IconPackage } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'

export const productKind = {
  name: 'product',
  table: 'products',
  noun: defineMessages('products.noun', {
    one: 'Product',
    many: 'Products',
    count: '{count, plural, one {# product} other {# products}}',
    object: 'product',
    objects: 'products',
    gender: 'masculine',
  }),
  icon: IconPackage,
  reference: async () => (await import('./product-record.tsx')).productReference,
} satisfies WebKind

export const categoryKind: WebKind = {
  name: 'product-category',
  table: 'product_categories',
  isPart: true,
  noun: defineMessages('products.category', {
    one: 'Category',
    many: 'Categories',
    count: '{count, plural, one {# category} other {# categories}}',
  }),
  icon: IconBinaryTree2,
  reference: async () => (await import('./product-record.tsx')).categoryReference,
}
