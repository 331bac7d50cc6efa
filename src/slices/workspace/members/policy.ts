import { AppError } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { isAtLeast, type Role } from '../../../kernel/permissions.ts'

const words = defineMessages('members.policy', {
  ownerByOwner: 'Only an owner can make someone an owner.',
  aboveOwn: 'You cannot give a role above your own.',
  ownRole: 'Nobody can raise their own role. Ask another owner.',
  ownerOnly: 'Only an owner can change or remove an owner.',
  lastOwner: 'A workspace keeps at least one owner. Make someone else an owner first.',
})

interface Acting {
  memberId: string | null
  role: Role
}

interface Target {
  id: string
  role: Role
}

/** Throws unless the actor may give `role` to somebody. */
export function requireMayGive(actor: Acting, role: Role): void {
  if (role === 'owner' && actor.role !== 'owner') throw new AppError('forbidden', say(words, 'ownerByOwner'))
  if (!isAtLeast(actor.role, role)) throw new AppError('forbidden', say(words, 'aboveOwn'))
}

export function requireMayChangeRole(actor: Acting, target: Target, role: Role): void {
  if (actor.memberId === target.id && role !== target.role && isAtLeast(role, target.role)) {
    throw new AppError('forbidden', say(words, 'ownRole'))
  }
  requireMayManage(actor, target)
  requireMayGive(actor, role)
}

/** Owners are changed and removed by owners only. */
export function requireMayManage(actor: Acting, target: Target): void {
  if (target.role === 'owner' && actor.role !== 'owner') throw new AppError('forbidden', say(words, 'ownerOnly'))
}

/** Throws when `target` is the only owner and would be one no longer. */
export function requireOwnerLeft(owners: readonly string[], target: Target): void {
  if (target.role === 'owner' && owners.every(owner => owner === target.id)) {
    throw new AppError('conflict', say(words, 'lastOwner'))
  }
}
