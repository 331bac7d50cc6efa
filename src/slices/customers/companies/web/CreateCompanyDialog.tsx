import { defineMessages } from '../../../../kernel/messages.ts'
import { ProblemError } from '../../../../ui/api/problem-error.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { createCompany, type Company } from '../schema.ts'
import classes from './Company.module.css'
import type { CompanyFields } from './use-company-fields.ts'

const messages = defineMessages('companies.create-company-dialog', {
  title: 'Create company',
  submit: 'Create company',
  taken: 'Open the company that has it',
})

export interface CreateCompanyDialogProps {
  fields: CompanyFields
  onClose: () => void
  onCreated: (company: Company) => void
}

export default function CreateCompanyDialog({ fields, onClose, onCreated }: CreateCompanyDialogProps) {
  const t = useMessages(messages)
  const { member } = useSession()
  const create = useCommand(createCompany)
  const { builtIn } = fields
  const form = useForm({
    initial: {
      name: '',
      domain: null as string | null,
      industry: null as string | null,
      employees: null as number | null,
      city: null as string | null,
      country: null as string | null,
      ownerId: member.id as string | null,
      tagIds: [] as string[],
    },
    submit: async body => onCreated(await create.run({ body })),
  })
  const holder = create.error instanceof ProblemError ? create.error.details.companyId : undefined
  return (
    <Dialog opened onClose={onClose} title={t('title')}>
      <Form form={form} submitLabel={t('submit')} onCancel={onClose}>
        <div className={classes.row}>
          <FormField path="name" field={builtIn.name} required autoFocus />
          <FormField path="domain" field={builtIn.domain} />
        </div>
        {typeof holder === 'string' && (
          <Link href={`/companies/${holder}`} className={classes.all}>
            {t('taken')}
          </Link>
        )}
        <div className={classes.row}>
          <FormField path="industry" field={builtIn.industry} />
          <FormField path="employees" field={builtIn.employees} />
        </div>
        <div className={classes.row}>
          <FormField path="city" field={builtIn.city} />
          <FormField path="country" field={builtIn.country} />
        </div>
        <div className={classes.row}>
          <FormField path="ownerId" field={builtIn.ownerId} />
          <FormField path="tagIds" field={builtIn.tagIds} />
        </div>
      </Form>
    </Dialog>
  )
}
