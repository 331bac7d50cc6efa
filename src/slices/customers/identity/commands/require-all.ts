import { AppError } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'

const words = defineMessages('identity.require-all', {
  needsAll:
    'This works on contacts of everybody, and your role sees only its own and its team’s. Ask an admin of your workspace to do it.',
})

/** A run compares and joins everybody's contacts: whoever sees only some of them may not start one. */
export function requireAll({ actor }: Ctx): void {
  if (actor.recordRule === 'all') return
  throw new AppError('forbidden', say(words, 'needsAll'))
}
