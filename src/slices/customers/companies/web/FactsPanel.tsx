import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { CountedFacts } from '../../facts/web/CountedFacts.tsx'
import { getCompany } from '../schema.ts'

/** What is known of a company by counting. */
export default function FactsPanel({ id }: { id: string }) {
  const company = useEndpoint(getCompany, { params: { id } }).data
  return company ? <CountedFacts of={company} /> : null
}
