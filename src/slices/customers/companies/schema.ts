import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { listQuery, page } from '../../../kernel/page.ts'

const line = (length = 200) =>
  z
    .string()
    .trim()
    .max(length)
    .regex(/^[^\x00-\x1f\x7f]*$/, 'Use one line of text.')
const optionalLine = (length?: number) => line(length).nullish()

export const companyInput = z.strictObject({
  name: line().min(1, 'Give the company a name.'),
  /** A domain, an address of its site or an e-mail address; kept as the bare domain. */
  domain: z.string().max(500).nullish(),
  industry: optionalLine(),
  employees: z.int().min(0).max(1_000_000_000).nullish(),
  phone: optionalLine(60),
  website: optionalLine(500),
  street: optionalLine(),
  city: optionalLine(),
  region: optionalLine(),
  postalCode: optionalLine(20),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Use a two-letter country code such as CZ.')
    .nullish(),
  parentId: id.nullish(),
  ownerId: id.nullish(),
  teamId: id.nullish(),
  tagIds: z.array(id).max(100).optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
  source: optionalLine(60),
  /** The id of the company in the system it comes from. */
  sourceId: optionalLine(),
})
export type CompanyInput = z.output<typeof companyInput>

export const companyPatch = companyInput
  .omit({ source: true, sourceId: true })
  .partial({ name: true })
  .extend({
    addTagIds: z.array(id).max(100).optional(),
    removeTagIds: z.array(id).max(100).optional(),
    /** The version that was read; refused when someone else has changed the company since. */
    version: z.int().optional(),
  })
export type CompanyPatch = z.output<typeof companyPatch>

export const companyRow = z.object({
  id,
  name: z.string(),
  domain: z.string().nullable(),
  industry: z.string().nullable(),
  employees: z.int().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  parentId: id.nullable(),
  ownerId: id.nullable(),
  teamId: id.nullable(),
  tagIds: z.array(id),
  fields: z.record(z.string(), z.unknown()),
  source: z.string().nullable(),
  orders: z.int(),
  netAmount: z.int(),
  lastTouchAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
})
export type CompanyRow = z.output<typeof companyRow>

const linkedCompany = z.object({ id, name: z.string(), domain: z.string().nullable() })

export const company = companyRow.omit({ orders: true, netAmount: true, lastTouchAt: true }).extend({
  street: z.string().nullable(),
  region: z.string().nullable(),
  postalCode: z.string().nullable(),
  sourceId: z.string().nullable(),
  version: z.int(),
  isDemo: z.boolean(),
  parent: linkedCompany.nullable(),
  /** The first 50 by name. */
  children: z.array(linkedCompany),
  /** Counted up to 10,000. */
  contacts: z.object({ count: z.int(), isCapped: z.boolean() }),
  facts: z.object({
    orders: z.int(),
    orderAmount: z.int(),
    returns: z.int(),
    returnAmount: z.int(),
    netAmount: z.int(),
    touchpoints: z.int(),
    firstTouchAt: z.string().nullable(),
    lastTouchAt: z.string().nullable(),
    firstOrderAt: z.string().nullable(),
    lastOrderAt: z.string().nullable(),
  }),
})
export type Company = z.output<typeof company>

export const rowResult = z.object({
  status: z.enum(['created', 'updated', 'failed']),
  id: id.nullable(),
  error: z
    .object({
      code: z.string(),
      message: z.string(),
      fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
      /** Who holds the domain or source id that was to be given to another company. */
      companyId: id.optional(),
    })
    .nullable(),
})
export type RowResult = z.output<typeof rowResult>

const one = z.object({ id })
const ids = z.strictObject({ ids: z.array(id).min(1).max(1000) })
const count = z.object({ count: z.int() })
const tag = 'companies'

export const listCompanies = endpoint({
  method: 'GET',
  path: '/companies',
  access: 'companies:read',
  tag,
  summary: 'List companies',
  query: listQuery,
  response: page(companyRow),
})
export const listDeletedCompanies = endpoint({
  method: 'GET',
  path: '/companies/bin',
  access: 'companies:read',
  tag,
  summary: 'List deleted companies',
  query: listQuery,
  response: page(companyRow),
})
export const exportCompanies = endpoint({
  method: 'GET',
  path: '/companies/export',
  access: 'companies:export',
  tag,
  summary: 'Export the companies of a list as CSV or JSON Lines',
  query: listQuery.extend({ format: z.enum(['csv', 'jsonl']).default('csv') }),
  produces: 'text/csv',
})
export const createCompany = endpoint({
  method: 'POST',
  path: '/companies',
  access: 'companies:write',
  tag,
  summary: 'Create a company',
  body: companyInput,
  response: company,
  status: 201,
})
export const getCompany = endpoint({
  method: 'GET',
  path: '/companies/{id}',
  access: 'companies:read',
  tag,
  summary: 'Get a company',
  params: one,
  response: company,
})
export const changeCompany = endpoint({
  method: 'PATCH',
  path: '/companies/{id}',
  access: 'companies:write',
  tag,
  summary: 'Change a company',
  params: one,
  body: companyPatch,
  response: company,
})
export const deleteCompany = endpoint({
  method: 'DELETE',
  path: '/companies/{id}',
  access: 'companies:write',
  tag,
  summary: 'Move a company to the bin',
  params: one,
})
export const restoreCompany = endpoint({
  method: 'POST',
  path: '/companies/{id}/restoration',
  access: 'companies:write',
  tag,
  summary: 'Take a company out of the bin',
  params: one,
  response: company,
})
export const saveCompanies = endpoint({
  method: 'POST',
  path: '/companies/bulk',
  access: 'companies:write',
  tag,
  summary: 'Create (without id) or change (with id) up to 1,000 companies',
  body: z.strictObject({
    items: z
      .array(
        companyInput.partial({ name: true }).extend({
          id: id.optional(),
          ...companyPatch.pick({ addTagIds: true, removeTagIds: true, version: true }).shape,
        }),
      )
      .min(1)
      .max(1000),
  }),
  response: z.object({ items: z.array(rowResult) }),
})
export const deleteCompanies = endpoint({
  method: 'POST',
  path: '/companies/bulk-deletion',
  access: 'companies:write',
  tag,
  summary: 'Move up to 1,000 companies to the bin',
  body: ids,
  response: count,
})
export const restoreCompanies = endpoint({
  method: 'POST',
  path: '/companies/bulk-restoration',
  access: 'companies:write',
  tag,
  summary: 'Take up to 1,000 companies out of the bin',
  body: ids,
  response: count,
})
