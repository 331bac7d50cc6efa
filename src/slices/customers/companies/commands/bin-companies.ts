import { binCommands, tellByName } from '../../../../platform/record/bin.ts'
import { companyEvents } from '../events.ts'
import { companyRecord } from '../record.ts'
import { lockAll } from './lock-visible.ts'

/** Contacts and orders of a company that is deleted stay. */
export const { bin: deleteCompanies, restore: restoreCompanies } = binCommands(companyRecord, {
  lock: lockAll,
  tell: tellByName(companyEvents),
})
