import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { ProblemError } from '../../../../ui/api/problem-error.ts'
import type { Field } from '../../../../ui/fields/field.ts'
import { AsyncMultiSelect } from '../../../../ui/form/AsyncMultiSelect.tsx'
import { AsyncSelect } from '../../../../ui/form/AsyncSelect.tsx'
import { Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import type { FieldOption } from '../../../../ui/fields/field.ts'
import { defineMessages, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan, useSession } from '../../../workspace/sign-in/web/public.tsx'
import { makeCompany, searchCompanies } from '../../companies/web/public.tsx'
import { useTags } from '../../tags/web/public.tsx'
import { createContact, type Contact } from '../schema.ts'
import { contactWords } from './contact-words.ts'
import classes from './CreateContactDialog.module.css'
import type { ContactFields } from './use-contact-fields.ts'

const messages = defineMessages({
  en: {
    title: 'Create contact',
    submit: 'Create contact',
    taken: 'Open the contact who has it',
    returning: 'This person was erased and has come back',
  },
  cs: {
    title: 'Vytvořit kontakt',
    submit: 'Vytvořit kontakt',
    taken: 'Otevřít kontakt, který ho má',
    returning: 'Tato osoba byla vymazána a vrátila se',
  },
})

export interface CreateContactDialogProps {
  fields: ContactFields
  onClose: () => void
  onCreated: (contact: Contact) => void
}

export default function CreateContactDialog({ fields, onClose, onCreated }: CreateContactDialogProps) {
  const t = useMessages(messages)
  const words = useMessages(contactWords)
  const { member } = useSession()
  const can = useCan()
  const members = useMembers()
  const tags = useTags()
  const create = useCommand(createContact)
  const [isReturning, setReturning] = useState(false)
  const form = useForm({
    initial: {
      firstName: null as string | null,
      lastName: null as string | null,
      email: null as string | null,
      phone: null as string | null,
      company: null as FieldOption | null,
      owner: { value: member.id, label: member.name } as FieldOption | null,
      lifecycle: 'lead' as string | null,
      tags: [] as FieldOption[],
    },
    submit: async ({ company, owner, tags: chosen, lifecycle, ...rest }) =>
      onCreated(
        await create.run({
          body: {
            ...rest,
            isReturning,
            companyId: company?.value ?? null,
            ownerId: owner?.value ?? null,
            lifecycle: (lifecycle ?? 'lead') as Contact['lifecycle'],
            tagIds: chosen.map(tag => tag.value),
          },
        }),
      ),
  })
  const text = (label: string): Field => ({ key: '', label, type: 'text' })
  const holder = create.error instanceof ProblemError ? create.error.details.contactId : undefined
  const wasErased = create.error instanceof ProblemError && typeof create.error.details.erasedAt === 'string'
  return (
    <Dialog opened onClose={onClose} title={t('title')}>
      <Form form={form} submitLabel={t('submit')} onCancel={onClose}>
        {(wasErased || isReturning) && (
          <Checkbox
            label={t('returning')}
            checked={isReturning}
            onChange={event => setReturning(event.currentTarget.checked)}
          />
        )}
        <div className={classes.row}>
          <FormField path="firstName" field={text(words('firstName'))} autoFocus />
          <FormField path="lastName" field={text(words('lastName'))} />
        </div>
        <div className={classes.row}>
          <FormField path="email" field={text(words('email'))} />
          <FormField path="phone" field={text(words('phone'))} />
        </div>
        {typeof holder === 'string' && (
          <Link href={`/contacts/${holder}`} className={classes.holder}>
            {t('taken')}
          </Link>
        )}
        <div className={classes.row}>
          <FormField path="company" field={fields.builtIn.companyId}>
            {({ value, onChange, error }) => (
              <AsyncSelect
                label={words('companyId')}
                value={value as FieldOption | null}
                onChange={onChange}
                search={searchCompanies}
                onCreate={can('companies:write') ? makeCompany : undefined}
                error={error ?? form.errors.companyId}
              />
            )}
          </FormField>
          <FormField path="lifecycle" field={fields.builtIn.lifecycle} />
        </div>
        <div className={classes.row}>
          <FormField path="owner" field={fields.builtIn.ownerId}>
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
          <FormField path="tags" field={fields.builtIn.tagIds}>
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
