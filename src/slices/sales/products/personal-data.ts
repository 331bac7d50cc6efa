import { defineText } from '../../../kernel/messages.ts'
import { personalTexts, type PersonalData } from '../../../platform/personal-data.ts'

/** What a company sells is nobody's, but people write of anybody in it. */
export const personalData: PersonalData[] = [
  {
    name: 'products',
    label: defineText('products.personal-data.products', 'Products'),
    tables: ['products', 'product_variants', 'product_categories'],
    ...personalTexts('products', ['description', 'fields']),
  },
]
