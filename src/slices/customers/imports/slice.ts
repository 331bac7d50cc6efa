import { defineSlice } from '../../../platform/slice.ts'
import { importEvents } from './events.ts'
import { checkImport } from './jobs/check-import.ts'
import { runImport } from './jobs/run-import.ts'
import { undoImport } from './jobs/undo-import.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

export const importsSlice = defineSlice({
  name: 'customers/imports',
  permissions: { 'imports:read': 'manager', 'imports:write': 'manager' },
  routes,
  personalData,
  jobs: [checkImport, runImport, undoImport],
  events: [importEvents],
  tables: ['imports', 'import_changes', 'import_errors', 'import_mappings'],
})
