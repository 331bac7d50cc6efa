export { createContact } from './commands/save-contacts.ts'
export { lockVisible } from './commands/lock-visible.ts'
export { displayName, searchText, sortNameOf } from './contact.ts'
export { normalizeHandle } from './handle.ts'
export { markErased } from './personal-data.ts'
export { getContactKey, type ContactKey } from './queries.ts'
export {
  keepHandles,
  lockForSource,
  removeContacts,
  removeImportedHandles,
  rewriteContacts,
  setPrimaries,
} from './store-many.ts'
export { findHolders, insertContacts, insertHandles } from './store.ts'
export { blankContact, type NewContact, type NewHandle } from './record.ts'
export { onOwnRows, readOwnRows } from './merged/own-rows.ts'
export { refreshShown } from './merged/refresh-shown.ts'
export { moveHandles } from './merged/move-handles.ts'
export { isBlankValue, readValues } from './merged/read-values.ts'
export type { Values } from './merged/values.ts'
export { placeHandle, verifyHandle } from './merged/verify-handle.ts'
