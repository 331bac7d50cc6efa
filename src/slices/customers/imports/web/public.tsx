import { call } from '../../../../ui/api/call.ts'
import type { Field, FieldOption } from '../../../../ui/fields/field.ts'
import { getImport, listImports, type ImportRow } from '../schema.ts'

const option = ({ id, fileName, source }: Pick<ImportRow, 'id' | 'fileName' | 'source'>): FieldOption => ({
  value: id,
  label: fileName,
  hint: source,
})

async function searchImports(query: string, signal: AbortSignal): Promise<FieldOption[]> {
  const { items } = await call(listImports, { query: { limit: 100 } }, signal)
  const wanted = query.trim().toLowerCase()
  return items.filter(({ fileName }) => fileName.toLowerCase().includes(wanted)).map(option)
}

async function resolveImports(ids: readonly string[]): Promise<FieldOption[]> {
  const found = await Promise.allSettled(ids.map(id => call(getImport, { params: { id } })))
  return found.flatMap(result => (result.status === 'fulfilled' ? [option(result.value)] : []))
}

/** The import that brought a record, to filter a list by. */
export function importField(label: string): Field {
  return { key: 'importId', label, type: 'choice', operators: ['eq'], search: searchImports, resolve: resolveImports }
}
