import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const searchSlice = defineSlice({ name: 'customers/search', routes, tables: [] })
