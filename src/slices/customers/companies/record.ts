import { defineMessages } from '../../../kernel/messages.ts'
import { address, extras, findable, history, owned } from '../../../kernel/record/column-groups.ts'
import { key, line, moment, reference, required, whole } from '../../../kernel/record/column.ts'
import { defineRecord, sourcedColumns, type New, type Stored } from '../../../kernel/record/record.ts'

/** What companies consist of, as screens and the headings of files say it. */
export const companyWords = defineMessages('companies.company', {
  externalId: 'Id in the other system',
  name: 'Name',
  domain: 'Domain',
  industry: 'Industry',
  employees: 'Employees',
  phone: 'Phone',
  website: 'Website',
  parent: 'Parent company',
  parentId: 'Parent company',
})

const detail = ['written', 'listed', 'exported'] as const

export const companyRecord = defineRecord({
  name: 'company',
  table: 'companies',
  columns: {
    id: key(),
    name: required(line(detail)),
    ...findable(),
    domain: line(['listed', 'exported']),
    industry: line(detail),
    employees: whole(detail),
    phone: line(['listed', 'exported'], 60),
    website: line(['written', 'listed'], 500),
    ...address(['written', 'shown'], detail),
    parentId: reference('companies', detail),
    ...owned(detail),
    ...extras(),
    source: line(['listed', 'exported'], 60),
    sourceId: line(['shown']),
    ...history,
    updatedAt: required(moment(['listed', 'exported', 'defaulted'])),
  },
  uniques: [['domain'], ['source', 'sourceId']],
})

const { columns } = companyRecord

export const sourceColumns = sourcedColumns(columns)

export type NewCompany = New<typeof columns>
export type SourceRow = Stored<typeof sourceColumns>
