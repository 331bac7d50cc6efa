import { z } from 'zod'
import {
  currencyCode,
  key,
  line,
  list,
  moment,
  required,
  requiredOr,
  whole,
  yesNo,
} from '../../../kernel/record/column.ts'
import { defineRecord, without, type Stored } from '../../../kernel/record/record.ts'

export const fieldRecord = defineRecord({
  name: 'field',
  table: 'fields',
  columns: {
    id: key(),
    object: required(line(['shown'])),
    key: required(line(['shown'])),
    label: required(line(['shown'])),
    type: required(line(['shown'])),
    options: required(list(z.string(), ['shown'], 100_000)),
    currency: currencyCode(['shown']),
    position: required(whole(['shown'])),
    isDemo: requiredOr(false, yesNo(['defaulted'])),
    createdAt: required(moment(['shown'])),
    archivedAt: moment(['shown', 'later']),
  },
})

export const storedColumns = without(fieldRecord.columns, 'isDemo')
/** What those need to know who fill a field in. */
export const usedColumns = without(storedColumns, 'createdAt', 'archivedAt')

export type StoredField = Stored<typeof storedColumns>
