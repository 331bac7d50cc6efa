import { RecordFields, RecordLink } from '../../../../ui/record/RecordFields.tsx'
import { EditableTags } from '../../tags/web/EditableTags.tsx'
import type { Company } from '../schema.ts'
import { companyRecord } from './company-record.tsx'

import classes from './Company.module.css'

/** Who a company is: where it is found, who looks after it, tags and every field, all edited where they stand. */
export function CompanyWho({ company }: { company: Company }) {
  const { domain, phone, parent } = company
  return (
    <div className={classes.who}>
      <EditableTags record={companyRecord} full={company} />
      <RecordFields
        record={companyRecord}
        full={company}
        always={['domain', 'phone', 'industry', 'ownerId', 'teamId']}
        without={['name', 'tagIds']}
        texts={{
          domain: domain && (
            <a className={classes.link} href={`https://${domain}`} target="_blank" rel="noopener noreferrer">
              {domain}
            </a>
          ),
          phone: phone && (
            <a className={classes.link} href={`tel:${phone}`}>
              {phone}
            </a>
          ),
          parentId: parent && <RecordLink href={`/companies/${parent.id}`} name={parent.name} />,
        }}
      />
    </div>
  )
}
