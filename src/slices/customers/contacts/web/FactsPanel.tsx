import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { CountedFacts } from '../../facts/web/CountedFacts.tsx'
import { getContact } from '../schema.ts'

/** What is known of a contact by counting. */
export default function FactsPanel({ id }: { id: string }) {
  const contact = useEndpoint(getContact, { params: { id } }).data
  return contact ? <CountedFacts of={contact} /> : null
}
