import { getContactQuantities } from '../schema.ts'
import { OrdersByPeriod } from './OrdersByPeriod.tsx'

export default function ContactOrders({ contactId }: { contactId: string }) {
  return <OrdersByPeriod quantities={getContactQuantities} id={contactId} filter="contactId" />
}
