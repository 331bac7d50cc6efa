import { sql } from 'kysely'
import type { Endpoint } from '../../kernel/endpoint.ts'
import { newId } from '../../kernel/ids.ts'
import { roles } from '../../kernel/permissions.ts'
import { tenantTables } from '../../platform/db/tables.gen.ts'
import { apiPrefix } from '../../platform/http/server.ts'
import type { Answer, ApiClient } from '../../testing/api-client.ts'
import { createTestApp, type TestApp, type TestWorkspace } from '../../testing/test-app.ts'
import { permissions } from '../compose.ts'
import { routes } from '../http.ts'
import { bodyOf, paramKey, shapeOf } from './requests.ts'
import { makeWorld, type World } from './world.ts'

/** Two workspaces with one record of every kind each, and callers of every role in the first. */
export interface Matrix {
  t: TestApp
  acme: TestWorkspace
  beta: TestWorkspace
  own: World
  foreign: World
  /** By role, and `api-key` with every scope. */
  callers: Map<string, ApiClient>
}

export async function makeMatrix(): Promise<Matrix> {
  const t = await createTestApp()
  const acme = await t.aWorkspace({ name: 'Acme' })
  const beta = await t.aWorkspace({ name: 'Beta' })
  const home = await makeWorld(acme, 'acme')
  const foreign = await makeWorld(beta, 'zebra')
  const callers = new Map([['owner', acme.owner]])
  for (const role of roles.filter(role => role !== 'owner')) callers.set(role, (await acme.aMember(role)).client)
  callers.set('api-key', await acme.anApiKey([...permissions.keys()]))
  return { t, acme, beta, own: home, foreign, callers }
}

export const endpoints: Endpoint[] = routes.map(route => route.endpoint)
/** Those that ask for a permission. */
export const guarded = endpoints.filter(endpoint => permissions.has(endpoint.access as never))
/** Those that answer from within a workspace. */
export const inWorkspace = routes.filter(route => route.scope === 'workspace').map(route => route.endpoint)

export const withRecord = (list: Endpoint[]) =>
  list.filter(endpoint => endpoint.path.includes('{') && !isPersonal(endpoint))

/** Parameters that are secrets, or records of a person rather than of a workspace: tested beside their slices. */
function isPersonal({ path, access }: Endpoint): boolean {
  return access === 'public' || /^\/(sessions|passkeys)\//.test(path)
}

/** For `test.each`. */
export const named = (list: Endpoint[]) => list.map(endpoint => [endpointName(endpoint), endpoint] as const)

export function endpointName(endpoint: Endpoint): string {
  return `${endpoint.method} ${endpoint.path}`
}

/** The address of an endpoint's record in a world; of one that does not exist where the world has none. */
export function addressOf({ path }: Endpoint, world: World, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString()
  const address = path.replaceAll(/\{(\w+)\}/g, (_, param: string) => {
    const key = paramKey(path, param) ?? ''
    return world[key] ?? (key === 'parked' ? `event.${newId()}.facts` : newId())
  })
  return apiPrefix + address + (search ? `?${search}` : '')
}

export function send(caller: ApiClient, { method }: Endpoint, url: string, body?: unknown): Promise<Answer<any>> {
  return caller.request(method, url, method === 'GET' ? undefined : body)
}

/** Calls an endpoint on the record of `at` with a body that would be accepted of `own`. */
export function sendOn(caller: ApiClient, endpoint: Endpoint, at: World, home: World): Promise<Answer<any>> {
  return send(caller, endpoint, addressOf(endpoint, at), endpoint.consumes ? undefined : bodyOf(endpoint, home))
}

/** A digest of what both workspaces hold, table by table: equal when nothing was written. A key's last use is left out. */
export async function contentOf({ t, acme, beta }: Matrix): Promise<unknown[]> {
  const digests = tenantTables
    .filter(table => table !== 'audit_entries')
    .map(
      table => sql`select ${sql.lit(table)} as name, md5(string_agg(content, ',' order by content)) as content from (
        select (to_jsonb(row) - 'last_used_at')::text as content from ${sql.table(table)} as row
        where row.workspace_id in (${acme.id}, ${beta.id})) rows`,
    )
  const { rows } = await sql`${sql.join(digests, sql` union all `)}`.execute(t.app.db)
  return rows
}

/** A body of a bulk call, with `ids` of the kind of records that it is about. */
export function bulkOf(endpoint: Endpoint, ids: (key: string) => string[]): object {
  const key = /([a-z-]+)\/bulk/.exec(endpoint.path)![1]!
  const isItems = 'items' in shapeOf(endpoint.body)!.properties!
  return isItems ? { items: ids(key).map(id => ({ id })) } : { ids: ids(key) }
}
