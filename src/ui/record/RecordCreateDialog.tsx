import type { ReactNode } from 'react'
import { ProblemError } from '../api/problem-error.ts'
import { useCommand } from '../api/use-command.ts'
import { FormDialog, FormField } from '../form/Form.tsx'
import { useForm } from '../form/use-form.ts'
import { Link } from '../layout/Link.tsx'
import { useNoun } from './noun.ts'
import classes from './Record.module.css'
import type { CreateProps } from './RecordList.tsx'
import type { WebRecord } from './web-record.ts'

export interface RecordCreateDialogProps extends CreateProps {
  record: WebRecord<any, any>
  /** Keys of the fields, two in a row. */
  rows: readonly (readonly string[])[]
  /** What stands there at first; the rest is empty. */
  initial?: Readonly<Record<string, unknown>>
  required?: readonly string[]
  /** Leads to the record that holds what was entered, when the server names it: "Open the contact who has it". */
  taken: string
  /** Before the fields, once the server has said something about it. */
  notice?: (error: ProblemError | null) => ReactNode
  /** What is sent where it is not the values themselves. */
  bodyOf?: (values: Record<string, unknown>) => object
}

/** Makes a new record of the fields that one knows at first. */
export function RecordCreateDialog(props: RecordCreateDialogProps) {
  const { record, rows, initial = {}, required = [], bodyOf = values => values, onClose, onCreated } = props
  const noun = useNoun(record.noun)
  const fields = record.useFields()
  const create = useCommand(record.endpoints.create!)
  const form = useForm<Record<string, unknown>>({
    initial: { ...Object.fromEntries(rows.flat().map(key => [key, required.includes(key) ? '' : null])), ...initial },
    submit: async values => onCreated((await create.run({ body: bodyOf(values) } as never)) as { id: string }),
  })
  const problem = create.error
  const holder = problem?.details[`${record.name}Id`]
  const [first] = rows.flat()
  return (
    <FormDialog form={form} title={noun.say('create')} onClose={onClose} size="md">
      {props.notice?.(problem)}
      {rows.map(keys => (
        <div key={keys[0]} className={classes.pair}>
          {keys.flatMap(key => {
            const field = fields.find(candidate => candidate.key === key)
            return field
              ? [
                  <FormField
                    key={key}
                    path={key}
                    field={field}
                    required={required.includes(key)}
                    autoFocus={key === first}
                  />,
                ]
              : []
          })}
        </div>
      ))}
      {typeof holder === 'string' && (
        <Link href={`${record.href}/${holder}`} className={classes.taken}>
          {props.taken}
        </Link>
      )}
    </FormDialog>
  )
}
