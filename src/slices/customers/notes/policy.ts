import { isAtLeast, type Role } from '../../../kernel/permissions.ts'

/** The words of a note are its author's; managers may change and delete those of others too. */
export function mayRewrite(actor: { memberId: string | null; role: Role }, note: { authorId: string | null }): boolean {
  return (note.authorId !== null && note.authorId === actor.memberId) || isAtLeast(actor.role, 'manager')
}
