import { defineSlice } from '../../../platform/slice.ts'
import { demo } from './demo.ts'
import { keepFacts } from './reactions.ts'

export const factsSlice = defineSlice({
  name: 'customers/facts',
  reactions: [keepFacts],
  demo,
  tables: ['contact_facts', 'company_facts'],
})
