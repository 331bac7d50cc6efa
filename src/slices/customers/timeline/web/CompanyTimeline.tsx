import { getCompanyTimeline, getCompanyTimelineKinds } from '../schema.ts'
import { EventTimeline } from './EventTimeline.tsx'

export default function CompanyTimeline({ companyId, name }: { companyId: string; name: string }) {
  return <EventTimeline list={getCompanyTimeline} kinds={getCompanyTimelineKinds} id={companyId} name={name} />
}
