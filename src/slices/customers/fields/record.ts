import { z } from 'zod'
import { defineMessages } from '../../../kernel/messages.ts'
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

/** The words for what several kinds of records consist of. */
export const sharedWords = defineMessages('fields.shared', {
  phone: 'Phone',
  ownerId: 'Owner',
  teamId: 'Team',
  tagIds: 'Tags',
  street: 'Street',
  city: 'City',
  region: 'Region',
  postalCode: 'Postal code',
  country: 'Country',
  language: 'Language',
  timeZone: 'Time zone',
  source: 'Source',
  importId: 'Import',
  orders: 'Orders',
  netAmount: 'Revenue',
  lastTouchAt: 'Last touch',
  createdAt: 'Created',
  updatedAt: 'Changed',
})

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
