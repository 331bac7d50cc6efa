import { z } from 'zod'
import type { Endpoint } from '../../kernel/endpoint.ts'
import { records } from '../compose.ts'
import { besides, bodies, references, type World } from './world.ts'

/** Where the record that `{param}` of a path names is found in a world; undefined: the matrix does not know it. */
export function paramKey(path: string, param: string): string | undefined {
  if (param === 'id') return /([a-z-]+)\/\{id\}/.exec(path)?.[1]
  return param
}

/** Which record of a world a property holds the id of, by the property's name: `contactIds` those of contacts. */
function referenced(property: string): string | undefined {
  const noun = property.replace(/Ids?$/, '')
  return references[property] ?? records.find(kind => kind.name === noun)?.table
}

/** Properties that end in Id or Ids and name nothing of a workspace, or are tested where they belong. */
const notReferences = new Set(['sourceId', 'workspaceId', 'removeTagIds'])

/** A body that is accepted: what the world says, else what is required. `world` names records of the caller's own workspace. */
export function bodyOf(endpoint: Endpoint, world: World): object | undefined {
  const known = bodies[`${endpoint.method} ${endpoint.path}`]
  if (known) return known(world)
  const shape = shapeOf(endpoint.body)
  const list = /^(.*?([a-z-]+))\/bulk/.exec(endpoint.path)
  if (list && shape?.properties?.['ids']) return { ids: [world[list[2]!]] }
  const single = list && bodies[`POST ${list[1]}`]
  if (single) return { items: [single(world)] }
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
  return shape ? referencesIn(shape, []) : []
}

export function queryReferences(endpoint: Endpoint): Reference[] {
  const shape = shapeOf(endpoint.query)
  return shape ? referencesIn(shape, []) : []
}

/** A copy of `body` with `value` at `path`: `['items', '0', 'name']`. */
export function withValue(body: object | undefined, path: string[], value: unknown): Record<string, any> {
  const copy = structuredClone(body ?? {})
  let at = copy as Record<string, any>
  for (const [index, part] of path.slice(0, -1).entries()) at = at[part] ??= /^\d+$/.test(path[index + 1]!) ? [] : {}
  const name = path.at(-1)!
  Object.assign(at, besides[name], { [name]: value })
  return copy
}

function referencesIn(shape: Shape, path: string[]): Reference[] {
  if (shape.anyOf) return referencesIn(shape.anyOf.find(part => part.type !== 'null') ?? {}, path)
  if (shape.type === 'array' && shape.items) return referencesIn(shape.items, [...path, '0'])
  if (shape.properties)
    return Object.entries(shape.properties).flatMap(([name, own]) => referencesIn(own, [...path, name]))
  const name = path.filter(part => part !== '0').at(-1) ?? ''
  return /Ids?$|^reassignTo$/.test(name) && !notReferences.has(name) ? [{ path, key: referenced(name) }] : []
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
  const key = referenced(name)
  switch (shape.type) {
    case 'object':
      return Object.fromEntries((shape.required ?? []).map(key => [key, sample(shape.properties?.[key], world, key)]))
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
