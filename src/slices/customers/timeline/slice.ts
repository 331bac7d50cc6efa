import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const timelineSlice = defineSlice({ name: 'customers/timeline', routes, tables: [] })
