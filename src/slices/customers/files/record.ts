import {
  bytes,
  choice,
  digest,
  key,
  line,
  moment,
  reference,
  required,
  requiredOr,
  yesNo,
} from '../../../kernel/record/column.ts'
import { defineRecord, type Stored } from '../../../kernel/record/record.ts'
import { attached } from '../contacts/record.ts'

/** `import` is a file that an import reads, `export` one that the program made of somebody's data, `picture` that of a member or product; no attachments. */
const purposes = ['attachment', 'import', 'export', 'picture'] as const
export type FilePurpose = (typeof purposes)[number]

export const fileRecord = defineRecord({
  name: 'file',
  table: 'files',
  columns: {
    id: key(),
    name: required(line(['shown', 'personal'])),
    mediaType: requiredOr('application/octet-stream', line(['listed', 'personal', 'defaulted'])),
    size: requiredOr(0, bytes(['shown', 'personal', 'defaulted'])),
    /** Empty while its bytes have not all come in. */
    sha256: required(digest(['later'])),
    purpose: required(choice(purposes, [])),
    ...attached,
    uploadedBy: reference('members', ['listed']),
    isDemo: requiredOr(false, yesNo(['defaulted'])),
    createdAt: required(moment(['listed', 'sorted', 'personal', 'defaulted'])),
    deletedAt: moment([]),
  },
})

export type StoredFile = Stored<typeof fileRecord.columns>
