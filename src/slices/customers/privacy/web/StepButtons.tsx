import { Button } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { addStep, type PrivacyRequest } from '../schema.ts'
import classes from './Privacy.module.css'

const messages = defineMessages('privacy.step-buttons', {
  identified: 'Confirm identity',
  identifiedText: 'How you made sure that they are who they say',
  completed: 'Complete request',
  completedText: 'What was answered and how',
  extended: 'Extend deadline',
  extendedText: 'Why it takes longer; the person must be told. 60 days are added, once.',
  refused: 'Refuse request',
  refusedText: 'Why, and that the person was told',
  withdrawn: 'Withdraw request',
  withdrawnText: 'How the person took it back',
  reopened: 'Reopen request',
  reopenedText: 'Why it is taken up again',
  noted: 'Add note',
  notedText: 'Note',
})

type StepName = PrivacyRequest['possibleSteps'][number]
const order: StepName[] = ['identified', 'completed', 'noted', 'extended', 'refused', 'withdrawn', 'reopened']
const main = new Set<StepName>(['identified', 'completed'])

/** What can be done next; each asks for the words that are its proof. */
export function StepButtons({ request }: { request: PrivacyRequest }) {
  const t = useMessages(messages)
  const [name, setName] = useState<StepName | null>(null)
  return (
    <div className={classes.buttons}>
      {order
        .filter(step => request.possibleSteps.includes(step))
        .map(step => (
          <Button key={step} size="xs" variant={main.has(step) ? 'filled' : 'default'} onClick={() => setName(step)}>
            {t(step)}
          </Button>
        ))}
      {name && <StepDialog id={request.id} name={name} onClose={() => setName(null)} />}
    </div>
  )
}

function StepDialog({ id, name, onClose }: { id: string; name: StepName; onClose: () => void }) {
  const t = useMessages(messages)
  const add = useCommand(addStep)
  const form = useForm({
    initial: { text: '' },
    submit: ({ text }) => add.run({ params: { id }, body: { name, text } }).then(onClose),
  })
  return (
    <FormDialog form={form} title={t(name)} onClose={onClose}>
      <FormField path="text" label={t(`${name}Text`)} type="long" required autoFocus />
    </FormDialog>
  )
}
