import { ParentTasks } from './ParentTasks.tsx'

export default function ContactTasks({ contactId, name }: { contactId: string; name: string }) {
  return <ParentTasks filter={{ 'filter[contactId]': contactId }} contact={{ value: contactId, label: name }} />
}
