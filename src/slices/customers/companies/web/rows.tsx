import { recordRows } from '../../../../ui/record/record-rows.ts'
import { rowsOf } from '../../../../ui/screen/event-rows.ts'
import { companyEvents } from '../events.ts'
import { webCompany } from './company-record.tsx'

export const rows = rowsOf(companyEvents, recordRows(webCompany))
