import { expect, test } from 'vitest'
import { hasKey } from '../../kernel/messages.ts'
import type { WebRecord } from '../../ui/record/web-record.ts'
import { sharedWords } from '../../slices/customers/fields/web/shared-words.ts'
import { webCompany } from '../../slices/customers/companies/web/company-record.tsx'
import { webContact } from '../../slices/customers/contacts/web/contact-record.tsx'
import { webOrder, webReturn } from '../../slices/customers/orders/web/order-record.tsx'
import { webProduct } from '../../slices/sales/products/web/product-record.tsx'
import { webTask } from '../../slices/sales/tasks/web/task-record.tsx'

const records: WebRecord<any, any>[] = [webCompany, webContact, webOrder, webProduct, webReturn, webTask]

test.each(records.map(record => [record.name, record] as const))(
  'every field of a %s, and whatever there is to choose from, has a word',
  (_, { fields, words, columns }) => {
    const keys = fields.flatMap(field => {
      const { key, word = key } = typeof field === 'string' ? { key: field } : field
      return [word, ...(columns[key]?.choices ?? [])]
    })
    expect(keys.filter(key => !hasKey(words, key) && !hasKey(sharedWords, key))).toEqual([])
  },
)
