import { PinnedNotes } from './PinnedNotes.tsx'

export default function ContactPinnedNotes({ contactId }: { contactId: string }) {
  return <PinnedNotes filter={{ 'filter[contactId]': contactId }} />
}
