import { getContactTimeline, getContactTimelineKinds } from '../schema.ts'
import { EventTimeline } from './EventTimeline.tsx'

export default function ContactTimeline({ contactId, name }: { contactId: string; name: string }) {
  return <EventTimeline list={getContactTimeline} kinds={getContactTimelineKinds} id={contactId} name={name} />
}
