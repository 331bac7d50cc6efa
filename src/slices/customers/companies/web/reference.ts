import type { Reference } from '../../../../ui/screen/record-look.ts'
import { CompanyName, resolveCompanies, searchCompanies } from './public.tsx'

export const reference: Reference = { search: searchCompanies, resolve: resolveCompanies, Name: CompanyName }
