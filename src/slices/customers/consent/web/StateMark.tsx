import { IconCheck, IconClock, IconMinus, IconX } from '@tabler/icons-react'
import type { State } from '../schema.ts'

const icons = { granted: IconCheck, withdrawn: IconX, requested: IconClock }

/** What was said, by a shape and not by its colour alone. */
export function StateMark({ state }: { state: State | undefined }) {
  const Mark = state ? icons[state] : IconMinus
  return <Mark size={state ? 16 : 12} stroke={state ? 2.2 : 1.6} aria-hidden />
}
