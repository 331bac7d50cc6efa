import { IconBinaryTree2, IconPackage } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'
import type { RecordLook } from '../../../../ui/screen/record-look.ts'

export const productKind: WebKind = {
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
}

export const categoryLook: RecordLook = {
  name: 'product-category',
  table: 'product_categories',
  isPart: true,
  words: defineMessages('products.category', {
    one: 'Category',
    many: 'Categories',
    count: '{count, plural, one {# category} other {# categories}}',
  }),
  picture: IconBinaryTree2,
}
