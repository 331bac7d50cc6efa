import { z } from 'zod'
import type { Endpoint } from '../../kernel/endpoint.ts'
import { isAtLeast, roles, type Permission, type Role } from '../../kernel/permissions.ts'
import { problem } from './problem.ts'

interface Described {
  version: string
  permissions: ReadonlyMap<Permission, Role>
}

/** The OpenAPI 3.1 document of all endpoints, sorted so that a change shows as a small difference. */
export function openApi(endpoints: Endpoint[], { version, permissions }: Described): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of [...endpoints].sort(
    (a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method),
  )) {
    paths[endpoint.path] ??= {}
    paths[endpoint.path]![endpoint.method.toLowerCase()] = operation(endpoint, permissions)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version,
      description: 'Everything the web app does. Lists take limit, cursor, sort, q, total and filter[field][operator].',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ session: [] }, { apiKey: [] }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'rapport.session_token' },
        apiKey: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operation(endpoint: Endpoint, permissions: ReadonlyMap<Permission, Role>): object {
  const least = permissions.get(endpoint.access as Permission)
  const status = endpoint.status ?? (endpoint.response || endpoint.produces ? 200 : 204)
  const media = endpoint.produces ?? 'application/json'
  const sent = endpoint.consumes ?? (endpoint.body && 'application/json')
  return {
    tags: [endpoint.tag],
    summary: endpoint.summary,
    operationId: operationId(endpoint),
    'x-permission': endpoint.access,
    ...(least ? { 'x-roles': roles.filter(role => isAtLeast(role, least)) } : {}),
    ...(endpoint.access === 'public' ? { security: [] } : {}),
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(sent ? { requestBody: { required: true, content: { [sent]: schemaOf(endpoint.body, 'input') } } } : {}),
    responses: {
      [status]:
        status === 204
          ? { description: 'Done.' }
          : {
              description: 'Success.',
              content: { [media]: schemaOf(endpoint.response, 'output') },
            },
      default: {
        description: 'What went wrong.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function operationId({ method, path }: Endpoint): string {
  const words = path.replaceAll(/[{}]/g, '').split(/[/-]/).filter(Boolean)
  return method.toLowerCase() + words.map(word => word[0]!.toUpperCase() + word.slice(1)).join('')
}

function parameters(schema: z.ZodType | undefined, where: 'path' | 'query'): object[] {
  if (schema === undefined) return []
  const {
    properties = {},
    required = [],
    additionalProperties,
  } = jsonSchema(schema, 'input') as {
    properties?: Record<string, object>
    required?: string[]
    additionalProperties?: unknown
  }
  const list: object[] = Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }))
  if (where === 'query' && 'cursor' in properties && additionalProperties !== false) {
    list.push({
      name: 'filter',
      in: 'query',
      style: 'deepObject',
      explode: true,
      required: false,
      schema: { type: 'object', additionalProperties: true },
      description:
        'filter[field]=value or filter[field][operator]=value; operators eq, ne, in, gt, gte, lt, lte, contains, empty.',
    })
  }
  return list
}

function schemaOf(schema: z.ZodType | undefined, io: 'input' | 'output'): object {
  return schema ? { schema: jsonSchema(schema, io) } : {}
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })
  return rest
}
