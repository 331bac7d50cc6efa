import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { RecordCreateDialog } from '../../../../ui/record/RecordCreateDialog.tsx'
import type { CreateProps } from '../../../../ui/record/RecordList.tsx'
import { webContact } from './contact-record.tsx'

const messages = defineMessages('contacts.create-contact-dialog', {
  returning: 'This person was erased and has come back',
})

export function CreateContactDialog(dialog: CreateProps) {
  const t = useMessages(messages)
  const [isReturning, setReturning] = useState(false)
  return (
    <RecordCreateDialog
      record={webContact}
      rows={[
        ['firstName', 'lastName'],
        ['email', 'phone'],
        ['companyId', 'lifecycle'],
        ['ownerId', 'tagIds'],
      ]}
      bodyOf={values => ({ ...values, isReturning })}
      notice={problem =>
        (isReturning || typeof problem?.details['erasedAt'] === 'string') && (
          <Checkbox
            label={t('returning')}
            checked={isReturning}
            onChange={event => setReturning(event.currentTarget.checked)}
          />
        )
      }
      {...dialog}
    />
  )
}
