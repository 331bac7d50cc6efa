import { defineSlice } from '../../../platform/slice.ts'
import { keepFacts } from './reactions.ts'

export const factsSlice = defineSlice({
  name: 'customers/facts',
  reactions: [keepFacts],
  tables: ['contact_facts', 'company_facts'],
})
