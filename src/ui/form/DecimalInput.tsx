import { TextInput } from '@mantine/core'
import { lazy, Suspense } from 'react'

export interface DecimalInputProps {
  value: number | null
  onChange: (value: number | null) => void
  /** Decimal places, of a currency. */
  digits?: number
  unit?: string
  label?: string
  'aria-label'?: string
  description?: string
  error?: string
  required?: boolean
  disabled?: boolean
  autoFocus?: boolean
  'data-autofocus'?: boolean
}

const LocalNumber = lazy(() => import('./LocalNumberInput.tsx'))

/** A number as the reader writes it; the code that formats while typing arrives when the first one is shown. */
export function DecimalInput(props: DecimalInputProps) {
  const { label, description } = props
  return (
    <Suspense
      fallback={<TextInput label={label} aria-label={props['aria-label']} description={description} readOnly />}
    >
      <LocalNumber {...props} />
    </Suspense>
  )
}
