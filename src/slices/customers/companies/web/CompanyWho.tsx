import type { Field, FieldValue } from '../../../../ui/fields/field.ts'
import { EditableFacts, type EditableFact } from '../../../../ui/fields/EditableFacts.tsx'
import { FieldText } from '../../../../ui/fields/FieldText.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { MemberLine, useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { useTeams } from '../../../workspace/teams/web/public.tsx'
import { CustomText, customChange, customValue } from '../../fields/web/public.tsx'
import { EditableTags } from '../../tags/web/EditableTags.tsx'
import type { Company } from '../schema.ts'
import classes from './Company.module.css'
import { useChangeCompany } from './use-change-company.ts'
import { useCompanyFields, type CompanyFieldKey } from './use-company-fields.ts'

/** Who a company is: where it is found, who looks after it, tags and every field, all edited where they stand. */
export function CompanyWho({ company }: { company: Company }) {
  const mayWrite = useCan()('companies:write') && company.deletedAt === null
  const { builtIn, custom } = useCompanyFields()
  const members = useMembers()
  const teams = useTeams()
  const attempt = useAttempt()
  const change = useChangeCompany()
  const { id, parent } = company

  const fact = (key: CompanyFieldKey & keyof Company, rest: Partial<EditableFact> = {}): EditableFact => ({
    field: builtIn[key] as Field,
    value: (company[key] ?? null) as FieldValue,
    text: <FieldText field={builtIn[key] as Field} value={company[key] as FieldValue} />,
    save: mayWrite ? value => change(id, { [key]: value }) : undefined,
    ...rest,
  })
  const facts: EditableFact[] = [
    fact('name', { always: true }),
    fact('domain', { always: true, text: company.domain && <SiteLink domain={company.domain} /> }),
    fact('phone', {
      always: true,
      text: company.phone && (
        <a className={classes.link} href={`tel:${company.phone}`}>
          {company.phone}
        </a>
      ),
    }),
    fact('industry', { always: true }),
    fact('ownerId', {
      always: true,
      text: <MemberLine id={company.ownerId} />,
      chosen: members.optionOf(company.ownerId),
    }),
    fact('teamId', { always: true, text: teams.nameOf(company.teamId), chosen: teams.optionOf(company.teamId) }),
    fact('parentId', {
      text: parent && (
        <Link href={`/companies/${parent.id}`} className={classes.link}>
          {parent.name}
        </Link>
      ),
      chosen: parent ? [{ value: parent.id, label: parent.name }] : [],
    }),
    ...custom.map(field => ({
      field,
      value: customValue(company, field),
      text: <CustomText field={field} value={customValue(company, field)} />,
      save: mayWrite ? (value: FieldValue) => change(id, customChange(field, value)) : undefined,
    })),
    fact('employees'),
    fact('website'),
    fact('street'),
    fact('city'),
    fact('postalCode'),
    fact('region'),
    fact('country'),
  ]
  return (
    <div className={classes.who}>
      <EditableTags
        ids={company.tagIds}
        onChange={mayWrite ? tagIds => void attempt(change(id, { tagIds })) : undefined}
      />
      <EditableFacts facts={facts} />
    </div>
  )
}

function SiteLink({ domain }: { domain: string }) {
  return (
    <a className={classes.link} href={`https://${domain}`} target="_blank" rel="noopener noreferrer">
      {domain}
    </a>
  )
}
