import { binCommands, tellByName } from '../../../../platform/record/bin.ts'
import { contactEvents } from '../events.ts'
import { contactRecord } from '../record.ts'
import { binContacts, unbinContacts } from '../store-bin.ts'
import { lockAll } from './lock-visible.ts'

export const { bin: deleteContacts, restore: restoreContacts } = binCommands(contactRecord, {
  lock: lockAll,
  bin: binContacts,
  unbin: unbinContacts,
  tell: tellByName(contactEvents),
})
