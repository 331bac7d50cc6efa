import { isAtLeast, type Role } from '../../../kernel/permissions.ts'

/** Own views, and shared ones as a manager. Others' private views do not exist for anyone else. */
export function mayChange(
  actor: { memberId: string | null; role: Role },
  view: { memberId: string; isShared: boolean },
): boolean {
  return view.memberId === actor.memberId || (view.isShared && isAtLeast(actor.role, 'manager'))
}

export function maySee(actor: { memberId: string | null }, view: { memberId: string; isShared: boolean }): boolean {
  return view.isShared || view.memberId === actor.memberId
}
