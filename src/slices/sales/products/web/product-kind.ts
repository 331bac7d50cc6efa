import { IconBinaryTree2, IconPackage } from '@tabler/icons-react'
import { defineNoun } from '../../../../kernel/noun.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'

export const productKind: WebKind = {
  name: 'product',
  table: 'products',
  noun: defineNoun('products.noun', 'product', 'products'),
  icon: IconPackage,
  linked: true,
  reference: async () => (await import('./product-record.tsx')).productReference,
  sold: async () => (await import('./product-record.tsx')).searchSold,
}

export const categoryKind: WebKind = {
  name: 'product-category',
  table: 'product_categories',
  isPart: true,
  writtenBy: 'products:write',
  noun: defineNoun('products.category', 'category', 'categories'),
  icon: IconBinaryTree2,
  reference: async () => (await import('./product-record.tsx')).categoryReference,
}
