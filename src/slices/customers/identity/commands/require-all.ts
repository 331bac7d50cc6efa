import { AppError } from '../../../../kernel/errors.ts'
import type { Ctx } from '../../../../platform/context.ts'

/** A run compares and joins everybody's contacts: whoever sees only some of them may not start one. */
export function requireAll({ actor }: Ctx): void {
  if (actor.recordRule === 'all') return
  throw new AppError(
    'forbidden',
    'This works on contacts of everybody, and your role sees only its own and its team’s. Ask an admin of your workspace to do it.',
  )
}
