import { TextInput } from '@mantine/core'
import { lazy, Suspense, type ReactNode } from 'react'

export interface DateInputProps {
  /** A calendar day, `2026-11-14`. */
  value: string | null
  onChange: (value: string | null) => void
  label?: ReactNode
  'aria-label'?: string
  description?: ReactNode
  placeholder?: string
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  autoFocus?: boolean
  'data-autofocus'?: boolean
  minDate?: string
  maxDate?: string
}

const Calendar = lazy(() => import('./DateCalendarInput.tsx'))

/** A day, typed or picked from a calendar; the calendar's code arrives when the first one is shown. */
export function DateInput(props: DateInputProps) {
  const { label, description, placeholder } = props
  return (
    <Suspense
      fallback={
        <TextInput
          label={label}
          aria-label={props['aria-label']}
          description={description}
          placeholder={placeholder}
          readOnly
        />
      }
    >
      <Calendar {...props} />
    </Suspense>
  )
}
