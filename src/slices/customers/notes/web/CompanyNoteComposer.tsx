import { NoteComposer } from './NoteComposer.tsx'

export default function CompanyNoteComposer({ companyId }: { companyId: string }) {
  return <NoteComposer parent={{ companyId }} />
}
