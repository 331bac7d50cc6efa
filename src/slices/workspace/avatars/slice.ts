import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const avatarsSlice = defineSlice({ name: 'workspace/avatars', routes, tables: [] })
