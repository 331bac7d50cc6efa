import { call } from '../../../../ui/api/call.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import type { Field, FieldOption } from '../../../../ui/fields/field.ts'
import { Link } from '../../../../ui/layout/Link.tsx'
import { createCompany, getCompany, listCompanies } from '../schema.ts'

/** Companies by part of a name or domain. */
export async function searchCompanies(query: string, signal?: AbortSignal): Promise<FieldOption[]> {
  const { items } = await call(listCompanies, { query: { q: query, limit: 20 } }, signal)
  return items.map(({ id, name, domain }) => ({ value: id, label: name, hint: domain ?? undefined }))
}

export async function resolveCompanies(ids: readonly string[]): Promise<FieldOption[]> {
  const found = await Promise.allSettled(ids.slice(0, 20).map(id => call(getCompany, { params: { id } })))
  return found.flatMap(result =>
    result.status === 'fulfilled' ? [{ value: result.value.id, label: result.value.name }] : [],
  )
}

async function makeCompany(name: string): Promise<FieldOption> {
  const company = await call(createCompany, { body: { name } })
  return { value: company.id, label: company.name }
}

/** A field that holds a company, for filters, cells and forms; whoever may makes a new one of what they typed. */
export function companyField(key: string, label: string, mayCreate = false): Field {
  const create = mayCreate ? makeCompany : undefined
  return { key, label, type: 'company', search: searchCompanies, resolve: resolveCompanies, create }
}

/** The name of a company whose id is known. */
export function CompanyName({ id }: { id: string }) {
  const company = useEndpoint(getCompany, { params: { id } }).data
  return company ? <Link href={`/companies/${company.id}`}>{company.name}</Link> : null
}
