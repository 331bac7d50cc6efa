import { useRef, useState } from 'react'
import { asProblem, type ProblemError } from '../api/problem-error.ts'
import { errorsWithout, fieldErrors, openProblem, schemaErrors, withValueAt, type FieldErrors } from './problem.ts'
import { unreadNumbers } from './read-number.ts'

export interface FormOptions<Values extends object> {
  initial: Values
  /** The zod schema shared with the server; checked before sending. */
  schema?: Parameters<typeof schemaErrors>[0]
  /** Sends; throws a `ProblemError` when refused. */
  submit: (values: Values) => Promise<unknown>
}

export interface Form<Values extends object> {
  values: Values
  errors: FieldErrors
  /** The refusal as a whole, for what belongs to no field; none, once all fields that it named are corrected. */
  problem: ProblemError | null
  dirty: boolean
  submitting: boolean
  /** `errorPath` is where its errors stand when that is another path. */
  set: (path: string, value: unknown, errorPath?: string) => void
  reset: (values?: Values) => void
  /** A record that a field names is being made: nothing is sent before it is there. */
  waitFor: <T>(making: Promise<T>) => Promise<T>
  onSubmit: (event?: { preventDefault: () => void }) => Promise<void>
}

/** Values, errors by JSON path and sending of one form. Errors of a field go away when it is changed. */
export function useForm<Values extends object>({ initial, schema, submit }: FormOptions<Values>): Form<Values> {
  const [saved, setSaved] = useState(initial)
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [submitting, setSubmitting] = useState(false)
  const [making, setMaking] = useState(0)
  const busy = useRef(false)

  const set = (path: string, value: unknown, errorPath = path) => {
    setValues(current => withValueAt(current, path, value))
    setErrors(current => errorsWithout(current, errorPath))
  }
  const reset = (next: Values = saved) => {
    setSaved(next)
    setValues(next)
    setErrors({})
    setProblem(null)
  }
  const waitFor = async <T>(work: Promise<T>) => {
    setMaking(before => before + 1)
    try {
      return await work
    } finally {
      setMaking(before => before - 1)
    }
  }
  const onSubmit = async (event?: { preventDefault: () => void }) => {
    event?.preventDefault()
    if (busy.current || making > 0) return
    const [unread] = unreadNumbers(values)
    if (unread !== undefined) return focusFirst({ [unread]: '' })
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
      const refusal = asProblem(thrown)
      const byField = fieldErrors(refusal.fields)
      setErrors(byField)
      setProblem(refusal)
      focusFirst(byField)
    } finally {
      busy.current = false
      setSubmitting(false)
    }
  }
  const dirty = values !== saved && JSON.stringify(values) !== JSON.stringify(saved)
  return {
    values,
    errors,
    problem: openProblem(problem, errors),
    dirty,
    submitting: submitting || making > 0,
    set,
    reset,
    waitFor,
    onSubmit,
  }
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
