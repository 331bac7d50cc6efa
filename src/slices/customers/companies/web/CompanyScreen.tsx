import { RecordHead } from '../../../../ui/record/RecordHead.tsx'
import { RecordPage } from '../../../../ui/record/RecordPage.tsx'
import { RecordSplit, RecordSplitSkeleton } from '../../../../ui/record/RecordSplit.tsx'
import type { ScreenProps } from '../../../../ui/screen/web-slice.ts'
import type { Company } from '../schema.ts'
import { companyRecord } from './company-record.tsx'
import { CompanyWho } from './CompanyWho.tsx'

export default function CompanyScreen({ params }: ScreenProps) {
  const detailOf = ({ industry, city, domain }: Company) => [industry, city].filter(Boolean).join(' · ') || domain
  return (
    <RecordPage record={companyRecord} id={params.id!} layout="fill" skeleton={<RecordSplitSkeleton />}>
      {company => (
        <RecordSplit
          record={companyRecord}
          full={company}
          head={<RecordHead record={companyRecord} full={company} detail={detailOf(company)} square />}
          who={<CompanyWho company={company} />}
        />
      )}
    </RecordPage>
  )
}
