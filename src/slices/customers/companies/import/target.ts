import { defineText } from '../../../../kernel/messages.ts'
import { describedProfile, type ImportTarget } from '../../imports/public.ts'
import { importNotesOf } from '../../notes/import/public.ts'
import { companyColumns } from './columns.ts'
import { emptyCompany, settleCompany, type CompanyDraft } from './draft.ts'
import { adoptOrphans, importCompanies } from './write.ts'

const noName = defineText('companies.import-target.noName', 'Say which column is the name or the domain of a company.')

export const companyImport: ImportTarget<CompanyDraft> = {
  columns: companyColumns,
  nouns: ['companies', 'company', 'account', 'accounts', 'firmy'],
  ownExport: { known: ['id & domain & netamount & lasttouchat'] },
  byValue: { phone: 'phone', country: 'country' },
  likeness(found) {
    const [companies, contacts] = [found('companies'), found('contacts')]
    const isPerson = ['firstName', 'lastName', 'email', 'birthday', 'jobTitle'].some(key => contacts.has(key))
    const isCompany =
      ['domain', 'industry', 'employees', 'parent'].some(key => companies.has(key)) ||
      (contacts.has('company') && !contacts.has('name'))
    return companies.has('name') && isCompany && !isPerson ? 2 : 0
  },
  missing: targets => (targets.has('name') || targets.has('domain') ? [] : [noName]),
  empty: emptyCompany,
  customFields: draft => draft.fields,
  settle: (draft, _cells, report, rules) => settleCompany(draft, report, rules),
  describe: ({ sourceId, parent, ...draft }) => [
    ['externalId', sourceId],
    ...describedProfile(draft),
    ['parent', parent],
  ],
  async write(batch, drafts) {
    const results = await importCompanies(batch, drafts)
    const owners = results.map(({ id }) => ({ companyId: id }))
    await importNotesOf(batch, drafts, owners)
    return results
  },
  adopt: adoptOrphans,
}
