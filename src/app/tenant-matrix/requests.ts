import { z } from 'zod'
import type { Endpoint } from '../../kernel/endpoint.ts'
import type { World } from './world.ts'

/** Where the record that `{param}` of a path names is found in a world; undefined: the matrix does not know it. */
export function paramKey(path: string, param: string): string | undefined {
  if (param === 'id') return /([a-z-]+)\/\{id\}/.exec(path)?.[1]
  return param
}

/** Which record of a world a property holds the id of, by the property's name. */
const referenced: Record<string, string> = {
  contactId: 'contacts',
  contactIds: 'contacts',
  handleIds: 'handleId',
  candidateId: 'candidates',
  survivorId: 'contacts',
  companyId: 'companies',
  parentId: 'companies',
  ownerId: 'members',
  assigneeId: 'members',
  memberId: 'members',
  memberIds: 'members',
  reassignTo: 'members',
  teamId: 'teams',
  teamIds: 'teams',
  tagIds: 'tags',
  addTagIds: 'tags',
  orderId: 'orders',
  fileId: 'files',
  handleId: 'handleId',
  purposeId: 'purposes',
  purposeIds: 'purposes',
  requestId: 'requests',
}

/** Properties that end in Id or Ids and name nothing of a workspace, or are tested where they belong. */
const notReferences = new Set(['sourceId', 'workspaceId', 'removeTagIds'])

/** Bodies that are accepted, of the endpoints for which what is required alone would not be. */
const bodies: Record<string, (world: World) => object> = {
  'POST /contacts': () => ({ name: 'New' }),
  'POST /contacts/bulk': () => ({ items: [{ name: 'New' }] }),
  'POST /contacts/bulk-deletion': world => ({ ids: [world['contacts']] }),
  'POST /contacts/bulk-restoration': world => ({ ids: [world['contacts']] }),
  'PATCH /contacts/{id}': () => ({ jobTitle: 'Changed' }),
  'POST /contacts/{id}/handles': () => ({ kind: 'github', value: 'somebody' }),
  'PATCH /contacts/{id}/handles/{handleId}': () => ({ label: 'work' }),
  'POST /companies/bulk': () => ({ items: [{ name: 'New' }] }),
  'POST /companies/bulk-deletion': world => ({ ids: [world['companies']] }),
  'POST /companies/bulk-restoration': world => ({ ids: [world['companies']] }),
  'POST /contacts/{id}/claims': () => ({ kind: 'email', value: 'claimed@example.com' }),
  'PATCH /companies/{id}': () => ({ city: 'Brno' }),
  'POST /orders': world => ({ contactId: world['contacts'], amount: 1000, number: 'N-new' }),
  'POST /orders/bulk': world => ({ items: [{ contactId: world['contacts'], amount: 1000, number: 'N-new' }] }),
  'POST /orders/bulk-deletion': world => ({ ids: [world['orders']] }),
  'POST /orders/bulk-restoration': world => ({ ids: [world['orders']] }),
  'POST /returns': world => ({ orderId: world['orders'], amount: 10 }),
  'POST /privacy/requests': world => ({ kind: 'access', contactId: world['contacts'] }),
  'POST /notes': world => ({ contactId: world['contacts'], body: 'New' }),
  'POST /jobs/parked/bulk-retry': world => ({ ids: [world['parked']] }),
  'POST /consent/purposes': () => ({ key: 'events', name: { en: 'Events' }, channels: ['email'], text: { en: 'Yes' } }),
  'POST /consent/suppressions': () => ({ addresses: ['somebody@example.com'] }),
  'POST /consent/suppressions/check': () => ({ addresses: ['somebody@example.com'] }),
  'POST /consent/suppressions/removal': () => ({ addresses: ['somebody@example.com'] }),
  'POST /forms': () => ({
    name: 'New',
    fields: [{ key: 'email', kind: 'email', label: { en: 'E-mail' } }],
    settings: { title: { en: 'New' } },
  }),
  'POST /identity/decisions': world => ({ candidateId: world['candidates'], verdict: 'same' }),
  'PUT /identity/settings': () => ({ reviewThreshold: 0.5, autoThreshold: 0.99, isAutomatic: false }),
  'POST /tasks/bulk-completion': world => ({ ids: [world['tasks']] }),
}

/** A body that is accepted: the one above, else what is required. `world` names records of the caller's own workspace. */
export function bodyOf(endpoint: Endpoint, world: World): object | undefined {
  const known = bodies[`${endpoint.method} ${endpoint.path}`]
  if (known) return known(world)
  const shape = shapeOf(endpoint.body)
  return shape && (sample(shape, world, '') as object)
}

/** A place where an endpoint takes the id of a record: `companyId`, `items.0.tagIds.0`. */
export interface Reference {
  path: string[]
  /** The record's kind in a world; undefined: the matrix does not know it. */
  key: string | undefined
}

export function bodyReferences(endpoint: Endpoint): Reference[] {
  const shape = shapeOf(endpoint.body)
  return shape ? references(shape, []) : []
}

export function queryReferences(endpoint: Endpoint): Reference[] {
  const shape = shapeOf(endpoint.query)
  return shape ? references(shape, []) : []
}

/** A copy of `body` with `value` at `path`: `['items', '0', 'name']`. */
export function withValue(body: object | undefined, path: string[], value: unknown): object {
  const copy = structuredClone(body ?? {})
  let at = copy as Record<string, any>
  for (const [index, part] of path.slice(0, -1).entries()) at = at[part] ??= /^\d+$/.test(path[index + 1]!) ? [] : {}
  at[path.at(-1)!] = value
  return copy
}

function references(shape: Shape, path: string[]): Reference[] {
  if (shape.anyOf) return references(shape.anyOf.find(part => part.type !== 'null') ?? {}, path)
  if (shape.type === 'array' && shape.items) return references(shape.items, [...path, '0'])
  if (shape.properties)
    return Object.entries(shape.properties).flatMap(([name, own]) => references(own, [...path, name]))
  const name = path.filter(part => part !== '0').at(-1) ?? ''
  return /Ids?$|^reassignTo$/.test(name) && !notReferences.has(name) ? [{ path, key: referenced[name] }] : []
}

export interface Shape {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  anyOf?: Shape[]
  minimum?: number
  maximum?: number
  minLength?: number
  pattern?: string
}

export function shapeOf(schema: z.ZodType | undefined): Shape | undefined {
  return schema && (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape)
}

/** A value that fits `shape`: what is required only, ids from the world. */
function sample(shape: Shape | undefined, world: World, name: string): unknown {
  if (shape === undefined) return undefined
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.anyOf) return sample(shape.anyOf[0], world, name)
  const key = referenced[name]
  switch (shape.type) {
    case 'object':
      return Object.fromEntries((shape.required ?? []).map(own => [own, sample(shape.properties?.[own], world, own)]))
    case 'array':
      return [sample(shape.items, world, name)]
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 1, 1)
    case 'boolean':
      return true
    default:
      if (key) return world[key]
      if (shape.format === 'uuid') return world['contacts']
      if (shape.format === 'date-time') return '2026-02-01T10:00:00Z'
      if (name === 'email') return 'somebody@example.com'
      if (name === 'currency') return 'EUR'
      return 'x'.repeat(Math.max(shape.minLength ?? 1, 1))
  }
}
