import { notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { ownLocks } from '../../../platform/record/statements.ts'
import { storedColumns } from './record.ts'

const words = defineMessages('products.store', { none: 'There is no such product, or you may not see it.' })

export const noProduct = () => notFound(say(words, 'none'))

export const { lockOne, lockAll } = ownLocks({ table: 'products' }, storedColumns, noProduct)
