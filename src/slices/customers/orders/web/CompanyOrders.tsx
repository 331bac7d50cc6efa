import { getCompanyQuantities } from '../schema.ts'
import { OrdersByPeriod } from './OrdersByPeriod.tsx'

export default function CompanyOrders({ companyId }: { companyId: string }) {
  return <OrdersByPeriod quantities={getCompanyQuantities} id={companyId} filter="companyId" />
}
