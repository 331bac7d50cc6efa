import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { ProblemError } from '../../../../ui/api/problem-error.ts'
import { Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { createContact, type Contact } from '../schema.ts'
import classes from './CreateContactDialog.module.css'
import type { ContactFields } from './use-contact-fields.ts'

const messages = defineMessages('contacts.create-contact-dialog', {
  title: 'Create contact',
  submit: 'Create contact',
  taken: 'Open the contact who has it',
  returning: 'This person was erased and has come back',
})

export interface CreateContactDialogProps {
  fields: ContactFields
  onClose: () => void
  onCreated: (contact: Contact) => void
}

export default function CreateContactDialog({ fields, onClose, onCreated }: CreateContactDialogProps) {
  const t = useMessages(messages)
  const { member } = useSession()
  const create = useCommand(createContact)
  const [isReturning, setReturning] = useState(false)
  const form = useForm({
    initial: {
      firstName: null as string | null,
      lastName: null as string | null,
      email: null as string | null,
      phone: null as string | null,
      companyId: null as string | null,
      ownerId: member.id as string | null,
      lifecycle: 'lead' as Contact['lifecycle'],
      tagIds: [] as string[],
    },
    submit: async body => onCreated(await create.run({ body: { ...body, isReturning } })),
  })
  const { builtIn } = fields
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
          <FormField path="firstName" field={builtIn.firstName} autoFocus />
          <FormField path="lastName" field={builtIn.lastName} />
        </div>
        <div className={classes.row}>
          <FormField path="email" field={builtIn.email} />
          <FormField path="phone" field={builtIn.phone} />
        </div>
        {typeof holder === 'string' && (
          <Link href={`/contacts/${holder}`} className={classes.holder}>
            {t('taken')}
          </Link>
        )}
        <div className={classes.row}>
          <FormField path="companyId" field={builtIn.companyId} />
          <FormField path="lifecycle" field={builtIn.lifecycle} required />
        </div>
        <div className={classes.row}>
          <FormField path="ownerId" field={builtIn.ownerId} />
          <FormField path="tagIds" field={builtIn.tagIds} />
        </div>
      </Form>
    </Dialog>
  )
}
