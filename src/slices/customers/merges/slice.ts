import { defineSlice } from '../../../platform/slice.ts'

export const mergesSlice = defineSlice({
  name: 'customers/merges',
  permissions: { 'merges:read': 'member', 'merges:write': 'manager' },
  tables: ['merges', 'merge_undoings', 'claims'],
})
