import { ProblemError } from '../../../../ui/api/problem-error.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import type { FieldOption } from '../../../../ui/fields/field.ts'
import { AsyncMultiSelect } from '../../../../ui/form/AsyncMultiSelect.tsx'
import { AsyncSelect } from '../../../../ui/form/AsyncSelect.tsx'
import { Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { defineMessages, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan, useSession } from '../../../workspace/sign-in/web/public.tsx'
import { useTags } from '../../tags/web/public.tsx'
import { createCompany, type Company } from '../schema.ts'
import classes from './Company.module.css'
import { companyWords } from './company-words.ts'
import type { CompanyFields } from './use-company-fields.ts'

const messages = defineMessages({
  en: { title: 'Create company', submit: 'Create company', taken: 'Open the company that has it' },
  cs: { title: 'Vytvořit firmu', submit: 'Vytvořit firmu', taken: 'Otevřít firmu, která ji má' },
})

export interface CreateCompanyDialogProps {
  fields: CompanyFields
  onClose: () => void
  onCreated: (company: Company) => void
}

export default function CreateCompanyDialog({ fields, onClose, onCreated }: CreateCompanyDialogProps) {
  const t = useMessages(messages)
  const words = useMessages(companyWords)
  const { member } = useSession()
  const can = useCan()
  const members = useMembers()
  const tags = useTags()
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
      owner: { value: member.id, label: member.name } as FieldOption | null,
      tags: [] as FieldOption[],
    },
    submit: async ({ owner, tags: chosen, name, ...rest }) =>
      onCreated(
        await create.run({
          body: { ...rest, name: name ?? '', ownerId: owner?.value ?? null, tagIds: chosen.map(tag => tag.value) },
        }),
      ),
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
          <FormField path="owner" field={builtIn.ownerId}>
            {({ value, onChange }) => (
              <AsyncSelect
                label={words('ownerId')}
                value={value as FieldOption | null}
                onChange={onChange}
                search={members.field('', '').search!}
                error={form.errors.ownerId}
              />
            )}
          </FormField>
          <FormField path="tags" field={builtIn.tagIds}>
            {({ value, onChange }) => (
              <AsyncMultiSelect
                label={words('tagIds')}
                value={value as FieldOption[]}
                onChange={onChange}
                search={tags.search}
                onCreate={can('tags:write') ? tags.create : undefined}
                error={form.errors.tagIds}
              />
            )}
          </FormField>
        </div>
      </Form>
    </Dialog>
  )
}
