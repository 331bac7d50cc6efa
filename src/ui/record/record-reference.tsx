import { call, type AnyEndpoint } from '../api/call.ts'
import { useEndpoint } from '../api/use-endpoint.ts'
import type { FieldOption } from '../fields/field.ts'
import { Link } from '../layout/Link.tsx'
import type { Reference } from './web-kind.ts'
import type { WebEndpoints } from './web-record.ts'

interface Named {
  id: string
  name: string
}

type Referable = Pick<WebEndpoints, 'list'> & Required<Pick<WebEndpoints, 'get' | 'create'>>

/** How records of a kind that have names are chosen and shown where others refer to them. */
export function recordReference<Row extends Named>(
  { list, get, create }: Referable,
  hintOf: (row: Row) => string | null,
): Reference {
  const ask = (endpoint: AnyEndpoint, input: object, signal?: AbortSignal) => call(endpoint, input as never, signal)
  const optionOf = ({ id, name }: Named): FieldOption => ({ value: id, label: name })

  const search: Reference['search'] = async (query, signal) => {
    const { items } = (await ask(list, { query: { q: query, limit: 20 } }, signal)) as { items: Row[] }
    return items.map(row => ({ ...optionOf(row), hint: hintOf(row) ?? undefined }))
  }
  const resolve: Reference['resolve'] = async ids => {
    const found = await Promise.allSettled(ids.slice(0, 20).map(id => ask(get, { params: { id } })))
    return found.flatMap(result => (result.status === 'fulfilled' ? optionOf(result.value as Named) : []))
  }
  const make: Reference['create'] = async (name: string) => optionOf((await ask(create, { body: { name } })) as Named)

  function Name({ id }: { id: string }) {
    const record = useEndpoint(get, { params: { id } } as never).data as Named | undefined
    return record ? <Link href={`/${list.tag}/${record.id}`}>{record.name}</Link> : null
  }

  return { search, resolve, create: make, Name }
}
