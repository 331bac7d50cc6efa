import { lazy } from 'react'
import { RecordList } from '../../../../ui/record/RecordList.tsx'
import { companyRecord } from './company-record.tsx'

// What opens over the list is fetched after the list.
const CompanySheet = lazy(() => import('./CompanySheet.tsx'))
const CreateCompanyDialog = lazy(() => import('./CreateCompanyDialog.tsx'))

export default function CompaniesScreen() {
  return (
    <RecordList
      record={companyRecord}
      bulk={['ownerId', 'teamId', 'tagIds']}
      sheet={sheet => <CompanySheet {...sheet} />}
      createDialog={dialog => <CreateCompanyDialog {...dialog} />}
    />
  )
}
