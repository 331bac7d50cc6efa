export { createContact } from './commands/save-contacts.ts'
export { lockContactKey, lockVisible } from './commands/lock-visible.ts'
export { displayName, erasedName, noContact, noHandle, noName, searchText, visitorName } from './contact.ts'
export { maskHandle, normalizeHandle } from './handle.ts'
export {
  claimShared,
  dropMergeValues,
  proveHandle,
  readAllHandles,
  readHandles,
  type OwnHandle,
  setDevicesIdentifying,
  setPrimariesAsShown,
  shareHandles,
  verifyHandles,
} from './handles.ts'
export { findNamesTaken, markErased, readNames } from './personal-data.ts'
export { isOwnersVisible, ownersOf } from './owner.ts'
export { isReachable, isUntouchedSince, withAddress } from './reach.ts'
export { attachedBin, attachedQueries } from './attached.ts'
export { findContacts, findParent, getParent, isAttached, namesParent, readParent, type Parent } from './parent.ts'
export { getContactKey } from './queries.ts'
export { rewriteContacts } from './store-many.ts'
export {
  askedAndRoot,
  belongsTo,
  idsOfFound,
  idsOfRoot,
  isMergedInto,
  isRoot,
  isSeenThrough,
  joinRoot,
  readRoots,
  rootId,
  rootIdOf,
} from './root.ts'
export { lockContact, lockWithRoots, readTree, setRoots, type LockedContact } from './tree.ts'
export { findHolders, insertContacts, insertFreeHandles, insertHandles, lockHandles } from './store.ts'
export { blankContact, type NewContact, type NewHandle } from './record.ts'
export { onOwnRows } from './merged/own-rows.ts'
export { refreshShown } from './merged/refresh-shown.ts'
export { moveHandles, placeHandle } from './merged/move-handles.ts'
export { isBlankValue, readValues } from './merged/rows.ts'
export type { Values } from './merged/values.ts'
