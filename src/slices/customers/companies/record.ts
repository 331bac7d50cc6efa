import {
  countryCode,
  customFields,
  key,
  line,
  moment,
  reference,
  references,
  required,
  requiredOr,
  text,
  version,
  whole,
  yesNo,
} from '../../../kernel/record/column.ts'
import { defineRecord, without, type New, type Stored } from '../../../kernel/record/record.ts'

const detail = ['written', 'shown'] as const
const listedDetail = ['written', 'listed', 'exported'] as const

export const companyRecord = defineRecord({
  name: 'company',
  table: 'companies',
  columns: {
    id: key(),
    name: required(line(['listed', 'exported'])),
    sortName: required(text(['derived'])),
    searchText: required(text(['derived'])),
    domain: line(['listed', 'exported']),
    industry: line(listedDetail),
    employees: whole(listedDetail),
    phone: line(['listed', 'exported'], 60),
    website: line(['written', 'listed'], 500),
    street: line(detail),
    city: line(listedDetail),
    region: line(detail),
    postalCode: line(detail, 20),
    country: countryCode(listedDetail),
    parentId: reference('companies', listedDetail),
    ownerId: reference('members', listedDetail),
    teamId: reference('teams', listedDetail),
    tagIds: requiredOr([], references('tags', ['listed', 'exported'])),
    fields: customFields(['listed']),
    source: line(['listed', 'exported'], 60),
    sourceId: line(['shown']),
    importId: reference('imports', ['filtered', 'defaulted']),
    isDemo: requiredOr(false, yesNo(['shown', 'defaulted'])),
    version: version(),
    createdAt: required(moment(['listed', 'sorted', 'exported', 'defaulted'])),
    updatedAt: required(moment(['listed', 'exported', 'defaulted'])),
    deletedAt: moment(['listed', 'sorted', 'later']),
  },
})

const { columns } = companyRecord

/** What is kept in mind of a company that is locked for a change. */
export const storedColumns = without(columns, 'sortName', 'searchText')
/** What a source may rewrite; none knows teams. */
export const sourceColumns = without(
  storedColumns,
  'teamId',
  'importId',
  'isDemo',
  'version',
  'createdAt',
  'updatedAt',
  'deletedAt',
)

export type StoredCompany = Stored<typeof storedColumns>
export type NewCompany = New<typeof columns>
export type SourceRow = Stored<typeof sourceColumns>
