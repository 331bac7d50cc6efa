import { FilesPanel } from './FilesPanel.tsx'

export default function ContactFiles({ contactId }: { contactId: string }) {
  return <FilesPanel parent={{ contactId }} />
}
