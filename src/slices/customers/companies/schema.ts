import { z } from 'zod'
import { id } from '../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { readVersion, recordEndpoints, savedResult, tagChanges } from '../../../kernel/record/endpoints.ts'
import { answerShape, columnsFor, inputShape } from '../../../kernel/record/record.ts'
import { factColumns, listedFacts } from '../facts/record.ts'
import { companyRecord } from './record.ts'

const words = defineMessages('companies.schema', {
  nameless: 'Give the company a name.',
})

const { columns } = companyRecord
const name = columns.name.given.min(1, refusal(words, 'nameless'))

export const companyInput = z.strictObject({
  ...inputShape(columnsFor(columns, 'written')),
  name,
  /** A domain, an address of its site or an e-mail address; kept as the bare domain. */
  domain: z.string().max(500).nullish(),
  phone: columns.phone.given,
  tagIds: columns.tagIds.given,
  fields: columns.fields.given,
  source: columns.source.given,
  /** The id of the company in the system it comes from. */
  sourceId: columns.sourceId.given,
})
export type CompanyInput = z.output<typeof companyInput>

export const companyPatch = companyInput
  .omit({ source: true, sourceId: true })
  .partial({ name: true })
  .extend({ ...tagChanges, ...readVersion })
export type CompanyPatch = z.output<typeof companyPatch>

export const companyRow = z.object({
  ...answerShape(columnsFor(columns, 'listed')),
  ...answerShape(listedFacts),
})
export type CompanyRow = z.output<typeof companyRow>

const linkedCompany = z.object({ id, name: z.string(), domain: z.string().nullable() })

export const company = z.object({
  ...answerShape(columnsFor(columns, 'listed', 'shown')),
  parent: linkedCompany.nullable(),
  /** The first 50 by name. */
  children: z.array(linkedCompany),
  /** Counted up to 10,000. */
  contacts: z.object({ count: z.int(), isCapped: z.boolean() }),
  facts: z.object(answerShape(factColumns)),
})
export type Company = z.output<typeof company>

/** Who holds the domain or source id that was to be given to another company. */
export const rowResult = savedResult({ companyId: id.optional() })
export type RowResult = z.output<typeof rowResult>

export const companyEndpoints = recordEndpoints(companyRecord, {
  row: companyRow,
  whole: company,
  input: companyInput,
  patch: companyPatch,
  item: companyInput.partial({ name: true }).extend({ id: id.optional(), ...tagChanges, ...readVersion }),
  result: rowResult,
})
export const { list: listCompanies, create: createCompany, get: getCompany, change: changeCompany } = companyEndpoints
