import { defineSlice } from '../../../platform/slice.ts'

export const consentSlice = defineSlice({
  name: 'customers/consent',
  permissions: { 'consent:read': 'member', 'consent:write': 'member', 'consent:manage': 'admin' },
  tables: ['consent_purposes', 'consent_texts', 'consents', 'consent_proofs', 'suppressions'],
})
