import { IconPackage } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'

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
