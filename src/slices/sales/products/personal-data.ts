import { defineMessages, say } from '../../../kernel/messages.ts'
import { personalTexts, type PersonalData } from '../../../platform/personal-data.ts'

const words = defineMessages('products.personal-data', { products: 'Products' })

/** What a company sells is nobody's, but people write of anybody in it. */
export const personalData: PersonalData[] = [
  {
    name: 'products',
    label: say(words, 'products'),
    tables: ['products', 'product_variants', 'product_categories'],
    ...personalTexts('products', ['description', 'fields']),
  },
]
