import { kindOf } from '../../../platform/record/record-kind.ts'
import { defineSlice } from '../../../platform/slice.ts'
import { demo } from './demo.ts'
import { companyImport } from './import/target.ts'
import { importedCompanies } from './import/undo.ts'
import { companyEvents } from './events.ts'
import { companyRecord } from './record.ts'
import { routes } from './routes.ts'
import { companySearch } from './search.ts'

export const companiesSlice = defineSlice({
  name: 'customers/companies',
  records: [
    kindOf(companyRecord, {
      search: companySearch,
      reference: true,
      timeline: { column: 'company_id' },
      importTarget: companyImport,
      imported: importedCompanies,
    }),
  ],
  permissions: { 'companies:read': 'member', 'companies:write': 'member', 'companies:export': 'manager' },
  routes,
  events: [companyEvents],
  demo,
  tables: ['companies'],
})
