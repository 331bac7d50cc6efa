import { Avatar } from '../../../../ui/values/Avatar.tsx'
import type { Company } from '../schema.ts'
import classes from './Company.module.css'

/** Mark, name and what they do: the head of a company. */
export function CompanyHead({ company }: { company: Company }) {
  const detail = [company.industry, company.city].filter(Boolean).join(' · ') || company.domain
  return (
    <div className={classes.head}>
      <Avatar name={company.name} size={44} square />
      <div className={classes.headText}>
        <p className={classes.name}>{company.name}</p>
        {detail && <p className={classes.detail}>{detail}</p>}
      </div>
    </div>
  )
}
