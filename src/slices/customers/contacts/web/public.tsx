import { recordReference } from '../../../../ui/record/record-reference.tsx'
import { contactEndpoints, type ContactRow } from '../schema.ts'

export const contactReference = recordReference<ContactRow>(
  contactEndpoints,
  ({ email, companyName }) => email ?? companyName,
)
