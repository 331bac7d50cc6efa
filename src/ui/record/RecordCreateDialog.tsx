import type { ReactNode } from 'react'
import { ProblemError } from '../api/problem-error.ts'
import { useCommand } from '../api/use-command.ts'
import { FieldPair, FormDialog, FormField } from '../form/Form.tsx'
import { useForm, type Form } from '../form/use-form.ts'
import { HolderLink } from './HolderLink.tsx'
import { useNoun } from './noun.ts'
import type { CreateProps } from './RecordList.tsx'
import type { WebRecord } from './web-record.ts'

export interface RecordCreateDialogProps extends CreateProps {
  record: WebRecord<any, any>
  /** Keys of the fields, two in a row. */
  rows: readonly (readonly string[])[]
  /** What stands there at first where the fields do not say it. */
  initial?: Readonly<Record<string, unknown>>
  /** Before the fields, once the server has said something about it. */
  notice?: (error: ProblemError | null) => ReactNode
  /** What is sent where it is not the values themselves. */
  bodyOf?: (values: Record<string, unknown>) => object
  /** Further fields of the form. */
  children?: (form: Form<Record<string, unknown>>) => ReactNode
}

/** Makes a new record of the fields that one knows at first; whoever makes it owns it. */
export function RecordCreateDialog(props: RecordCreateDialogProps) {
  const { record, rows, bodyOf = values => values, onClose, onCreated } = props
  const noun = useNoun(record.noun)
  const fields = record.useFields()
  const create = useCommand(record.endpoints.create!)
  const initialOf = (key: string) => fields.find(field => field.key === key)?.initial ?? null
  const initial = { ...Object.fromEntries(rows.flat().map(key => [key, initialOf(key)])), ...props.initial }
  const ownerId = record.host.useMember()
  const form = useForm<Record<string, unknown>>({
    initial: 'ownerId' in initial ? { ...initial, ownerId } : initial,
    submit: async values => onCreated((await create.run({ body: bodyOf(values) } as never)) as { id: string }),
  })
  const problem = create.error
  const [first] = rows.flat()
  return (
    <FormDialog form={form} title={noun.say('create')} onClose={onClose} size={props.children ? 'lg' : 'md'}>
      {props.notice?.(problem)}
      {rows.map(keys => (
        <FieldPair key={keys[0]}>
          {keys.flatMap(key => {
            const field = fields.find(candidate => candidate.key === key)
            return field
              ? [<FormField key={key} path={key} field={field} required={field.isRequired} autoFocus={key === first} />]
              : []
          })}
        </FieldPair>
      ))}
      {props.children?.(form)}
      <HolderLink record={record} problem={problem} />
    </FormDialog>
  )
}
