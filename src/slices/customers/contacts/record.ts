import { defineMessages } from '../../../kernel/messages.ts'
import { address, extras, findable, history, owned } from '../../../kernel/record/column-groups.ts'
import {
  anyReference,
  certainty,
  choice,
  day,
  key,
  languageCode,
  line,
  moment,
  reference,
  required,
  requiredOr,
  yesNo,
  zone,
} from '../../../kernel/record/column.ts'
import {
  columnsFor,
  defineRecord,
  emptyOf,
  only,
  without,
  type Changes,
  type New,
  type Stored,
} from '../../../kernel/record/record.ts'

export const lifecycles = ['stranger', 'lead', 'prospect', 'customer', 'loyal', 'advocate', 'lapsed'] as const

/** What contacts consist of besides what other records have too, as screens and the headings of files say it. */
export const contactWords = defineMessages('contacts.contact', {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  jobTitle: 'Job title',
  email: 'E-mail',
  companyId: 'Company',
  lifecycle: 'Lifecycle',
  birthday: 'Birthday',
  stranger: 'Stranger',
  lead: 'Lead',
  prospect: 'Prospect',
  customer: 'Customer',
  loyal: 'Loyal',
  advocate: 'Advocate',
  lapsed: 'Lapsed',
})

/** Of what hangs on another record, such as a note: whom it concerns, and what it is written on besides. */
export const attached = {
  contactId: reference('contacts', ['shown', 'filtered']),
  companyId: reference('companies', ['shown', 'filtered']),
  subjectKind: line(['shown', 'filtered', 'defaulted'], 60),
  subjectId: anyReference(['shown', 'filtered', 'defaulted']),
}
export type Attached = Stored<typeof attached>

const detail = ['written', 'shown', 'merged', 'trait', 'personal'] as const
const listedDetail = ['written', 'listed', 'exported', 'merged', 'trait', 'personal'] as const

export const contactRecord = defineRecord({
  name: 'contact',
  table: 'contacts',
  columns: {
    id: key(),
    name: required(line(['listed', 'exported', 'merged', 'trait', 'personal'])),
    ...findable(['personal']),
    firstName: line(listedDetail),
    lastName: line(listedDetail),
    jobTitle: line(listedDetail),
    email: line(['listed', 'exported', 'merged', 'personal']),
    phone: line(['listed', 'exported', 'merged', 'personal']),
    companyId: reference('companies', listedDetail),
    ...owned(['written', 'listed', 'exported', 'merged']),
    lifecycle: requiredOr('lead', choice(lifecycles, ['written', 'listed', 'exported', 'merged'])),
    ...address(detail, listedDetail),
    language: languageCode(listedDetail),
    timeZone: zone(detail),
    birthday: day(detail),
    ...extras(['merged', 'personal']),
    source: line(['listed', 'exported'], 60),
    mergedInto: reference('contacts', ['later']),
    hasMerged: requiredOr(false, yesNo(['later'])),
    ...history,
    importId: reference('imports', ['filtered', 'defaulted', 'personal']),
    erasedAt: moment(['later']),
  },
})

const { columns } = contactRecord

/** What is kept in mind of a contact that is locked for a change. */
export const storedColumns = without(columns, 'sortName', 'searchText')
/** What a merge may fill. */
export const mergedColumns = columnsFor(columns, 'merged')
/** What a source may rewrite; none knows teams. */
export const sourceColumns = { ...without(mergedColumns, 'teamId'), ...only(columns, 'id', 'source') }

/** All that may be filled in, blank; the name is made of what else there is. */
export const blankContact = () => emptyOf(without(mergedColumns, 'name'))

export type StoredContact = Stored<typeof storedColumns>
export type NewContact = New<typeof columns>
export type ContactChanges = Changes<typeof columns>
export type MergeableRow = Stored<typeof mergedColumns>
export type SourceRow = Stored<typeof sourceColumns>

export const handleKinds = [
  'email',
  'phone',
  'whatsapp',
  'telegram',
  'x',
  'instagram',
  'facebook',
  'linkedin',
  'mastodon',
  'bluesky',
  'github',
  'website',
  'loyalty-card',
  'device',
  'external',
] as const
export type HandleKind = (typeof handleKinds)[number]

/** What they are called, on screens and as headings of files. */
export const handleWords = defineMessages('contacts.handle', {
  email: 'E-mail',
  phone: 'Phone',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  x: 'X',
  instagram: 'Instagram',
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  github: 'GitHub',
  website: 'Website',
  'loyalty-card': 'Loyalty card',
  device: 'Device',
  external: 'Id in another system',
})

export const handleRecord = defineRecord({
  name: 'handle',
  table: 'handles',
  columns: {
    id: key(),
    contactId: required(reference('contacts', ['shown'])),
    kind: required(choice(handleKinds, ['shown', 'personal'])),
    value: required(line(['shown', 'personal'], 320)),
    normal: required(line(['shown', 'personal'], 320)),
    label: line(['shown', 'personal', 'defaulted'], 60),
    isPrimary: requiredOr(false, yesNo(['shown', 'defaulted'])),
    isIdentifying: requiredOr(true, yesNo(['shown', 'defaulted'])),
    verifiedAt: moment(['shown', 'later']),
    source: required(line(['shown'], 60)),
    confidence: requiredOr(1, certainty(['shown', 'defaulted'])),
    importId: reference('imports', ['defaulted']),
    createdAt: required(moment(['defaulted'])),
    deletedAt: moment(['later']),
  },
})

export const shownHandle = columnsFor(handleRecord.columns, 'listed', 'shown')

export const storedHandleColumns = only(
  handleRecord.columns,
  'id',
  'contactId',
  'kind',
  'value',
  'normal',
  'label',
  'isPrimary',
  'isIdentifying',
)
export type StoredHandle = Stored<typeof storedHandleColumns>
export type NewHandle = New<typeof handleRecord.columns>
