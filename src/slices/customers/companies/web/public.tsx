import { recordReference } from '../../../../ui/record/record-reference.tsx'
import { companyEndpoints, type CompanyRow } from '../schema.ts'

export const companyReference = recordReference<CompanyRow>(companyEndpoints, ({ domain }) => domain)
