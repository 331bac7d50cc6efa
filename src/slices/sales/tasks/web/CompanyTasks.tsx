import { ParentTasks } from './ParentTasks.tsx'

export default function CompanyTasks({ companyId }: { companyId: string }) {
  return <ParentTasks filter={{ 'filter[companyId]': companyId }} companyId={companyId} />
}
