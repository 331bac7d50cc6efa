import { useRef, useState } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { schemaErrors, toProblem, withValueAt, type FieldErrors, type Problem, fieldErrors } from './problem.ts'

const messages = defineMessages('ui.use-form', {
  title: 'Could not save',
  detail: 'The server could not be reached. What you entered is still here; check the connection and try again.',
})

export interface FormOptions<Values extends object> {
  initial: Values
  /** The zod schema shared with the server; checked before sending. */
  schema?: Parameters<typeof schemaErrors>[0]
  /** Sends; throws an error that carries `problem` when refused. */
  submit: (values: Values) => Promise<unknown>
}

export interface Form<Values extends object> {
  values: Values
  errors: FieldErrors
  /** The refusal as a whole, for what belongs to no field. */
  problem: Problem | null
  dirty: boolean
  submitting: boolean
  /** `errorPath` is where its errors stand when that is another path. */
  set: (path: string, value: unknown, errorPath?: string) => void
  reset: (values?: Values) => void
  onSubmit: (event?: { preventDefault: () => void }) => Promise<void>
}

/** Values, errors by JSON path and sending of one form. Errors of a field go away when it is changed. */
export function useForm<Values extends object>({ initial, schema, submit }: FormOptions<Values>): Form<Values> {
  const t = useMessages(messages)
  const [saved, setSaved] = useState(initial)
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [submitting, setSubmitting] = useState(false)
  const busy = useRef(false)

  const set = (path: string, value: unknown, errorPath = path) => {
    setValues(current => withValueAt(current, path, value))
    setErrors(current =>
      Object.fromEntries(Object.entries(current).filter(([key]) => !`${key}.`.startsWith(`${errorPath}.`))),
    )
  }
  const reset = (next: Values = saved) => {
    setSaved(next)
    setValues(next)
    setErrors({})
    setProblem(null)
  }
  const onSubmit = async (event?: { preventDefault: () => void }) => {
    event?.preventDefault()
    if (busy.current) return
    const refused = schema ? schemaErrors(schema, values) : {}
    setErrors(refused)
    setProblem(null)
    if (Object.keys(refused).length > 0) return focusFirst(refused)
    busy.current = true
    setSubmitting(true)
    try {
      await submit(values)
      setSaved(values)
    } catch (thrown) {
      const told = toProblem(thrown, { title: t('title'), detail: t('detail') })
      const byField = fieldErrors(told.fields)
      setErrors(byField)
      setProblem(told)
      focusFirst(byField)
    } finally {
      busy.current = false
      setSubmitting(false)
    }
  }
  const dirty = values !== saved && JSON.stringify(values) !== JSON.stringify(saved)
  return { values, errors, problem, dirty, submitting, set, reset, onSubmit }
}

function focusFirst(errors: FieldErrors) {
  const path = Object.keys(errors)[0]
  if (path === undefined) return
  requestAnimationFrame(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>('[data-field]')]
    const box = boxes.find(({ dataset }) => `${path}.`.startsWith(`${dataset.field}.`))
    box?.querySelector<HTMLElement>('input, textarea, select, button')?.focus()
  })
}
