import { NoteComposer } from './NoteComposer.tsx'

export default function ContactNoteComposer({ contactId }: { contactId: string }) {
  return <NoteComposer parent={{ contactId }} />
}
