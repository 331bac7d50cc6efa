import { z } from 'zod'
import { id } from '../../../kernel/ids.ts'
import { recordEndpoints, type ShapesOf } from '../../../kernel/record/endpoints.ts'
import { answerShape, inputShape, only } from '../../../kernel/record/record.ts'
import { factColumns, listedFacts } from '../facts/record.ts'
import { companyRecord } from './record.ts'

const linkedCompany = z.object({ id, name: z.string(), domain: z.string().nullable() })

export const companyEndpoints = recordEndpoints(companyRecord, {
  input: {
    ...inputShape(only(companyRecord.columns, 'phone')),
    /** A domain, an address of its site or an e-mail address; kept as the bare domain. */
    domain: z.string().max(500).nullish(),
  },
  listed: answerShape(listedFacts),
  whole: {
    parent: linkedCompany.nullable(),
    /** The first 50 by name. */
    children: z.array(linkedCompany),
    /** Counted up to 10,000. */
    contacts: z.object({ count: z.int(), isCapped: z.boolean() }),
    facts: z.object(answerShape(factColumns)),
  },
})
type Shapes = ShapesOf<typeof companyEndpoints>
export type CompanyInput = Shapes['input']
export type CompanyItem = Shapes['item']
export type CompanyRow = Shapes['row']
export type Company = Shapes['whole']
export const { list: listCompanies, create: createCompany, get: getCompany, change: changeCompany } = companyEndpoints
