import { FilesPanel } from './FilesPanel.tsx'

export default function CompanyFiles({ companyId }: { companyId: string }) {
  return <FilesPanel parent={{ companyId }} />
}
