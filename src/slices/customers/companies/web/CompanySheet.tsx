import { defineMessages } from '../../../../kernel/messages.ts'
import { asProblem } from '../../../../ui/api/problem-error.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { SideSheet } from '../../../../ui/layout/SideSheet.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { useRemember } from '../../../../ui/screen/recents.ts'
import { Slot } from '../../../../ui/screen/Slot.tsx'
import { getCompany } from '../schema.ts'
import classes from './Company.module.css'
import { CompanyWho } from './CompanyWho.tsx'

const messages = defineMessages('companies.company-sheet', { loading: 'Company' })

export interface CompanySheetProps {
  id: string | undefined
  onClose: () => void
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
}

/** A company over the list it was found in. */
export default function CompanySheet({ id, onClose, onPrevious, onNext }: CompanySheetProps) {
  const t = useMessages(messages)
  const { data: company, error, refetch } = useEndpoint(getCompany, id === undefined ? null : { params: { id } })
  useRemember(
    id && company ? { kind: 'company', id: company.id, label: company.name, href: `/companies/${company.id}` } : null,
  )
  return (
    <SideSheet
      opened={id !== undefined}
      onClose={onClose}
      title={company?.name ?? t('loading')}
      href={`/companies/${id}`}
      onPrevious={onPrevious}
      onNext={onNext}
      width={600}
    >
      {error ? (
        <ProblemState problem={asProblem(error)} onRetry={() => void refetch()} />
      ) : !company || company.id !== id ? (
        <SkeletonRows count={8} />
      ) : (
        <div key={company.id}>
          <CompanyWho company={company} />
          <div className={classes.timeline}>
            <Slot
              name="company.main"
              props={{ companyId: company.id, name: company.name }}
              fallback={<SkeletonRows count={5} height={52} />}
            />
          </div>
        </div>
      )}
    </SideSheet>
  )
}
