import { Suspense, use, type ReactNode } from 'react'
import { Boundary } from './Boundary.tsx'
import { isIn, PanelsContext, type Slots } from './slots.ts'

export interface SlotProps<Name extends keyof Slots> {
  name: Name
  /** Stands in for each panel whose code is on its way. */
  fallback?: ReactNode
  /** Stands there where no panel does. */
  otherwise?: ReactNode
  props: Slots[Name]
}

/** All panels of a place, one below the other; one that fails does not take the others with it. */
export function Slot<Name extends keyof Slots>({ name, fallback, otherwise, props }: SlotProps<Name>) {
  const { kind } = props as { kind?: string }
  const panels = use(PanelsContext).filter(panel => isIn(panel, name, kind))
  if (panels.length === 0) return otherwise
  return panels.map(({ key, Component }) => (
    <Boundary key={key}>
      <Suspense fallback={fallback}>
        <Component {...(props as object)} />
      </Suspense>
    </Boundary>
  ))
}
