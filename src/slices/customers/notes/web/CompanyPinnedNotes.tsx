import { PinnedNotes } from './PinnedNotes.tsx'

export default function CompanyPinnedNotes({ companyId }: { companyId: string }) {
  return <PinnedNotes filter={{ 'filter[companyId]': companyId }} />
}
