import { recordRoutes } from '../../../platform/record/routes.ts'
import { companyCommands } from './commands.ts'
import { companyQueries } from './queries.ts'
import { companyRecord } from './record.ts'
import { companyEndpoints } from './schema.ts'

export const routes = recordRoutes(companyRecord, companyEndpoints, { ...companyCommands, ...companyQueries })
