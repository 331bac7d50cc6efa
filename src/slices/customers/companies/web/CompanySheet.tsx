import type { SheetProps } from '../../../../ui/record/RecordList.tsx'
import { RecordSheet } from '../../../../ui/record/RecordSheet.tsx'
import { companyRecord } from './company-record.tsx'
import { CompanyWho } from './CompanyWho.tsx'

export default function CompanySheet(sheet: SheetProps) {
  return (
    <RecordSheet record={companyRecord} hasMain {...sheet}>
      {company => <CompanyWho company={company} />}
    </RecordSheet>
  )
}
