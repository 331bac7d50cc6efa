import { isAtLeast, type Role } from '../../../kernel/permissions.ts'

const mention = /@\[([^\]\n]{1,200})\]\(member:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/gi

/** Members that a note's text mentions: `@[Olga Owner](member:0190…)`. */
export function mentionsOf(body: string): string[] {
  return [...new Set([...body.matchAll(mention)].map(match => match[2]!.toLowerCase()))]
}

/** The text as it is read: mentions are names. */
export function plainText(body: string): string {
  return body.replaceAll(mention, (_, name: string) => `@${name}`)
}

/** The words of a note are its author's; managers may change and delete those of others too. */
export function mayRewrite(actor: { memberId: string | null; role: Role }, note: { authorId: string | null }): boolean {
  return (note.authorId !== null && note.authorId === actor.memberId) || isAtLeast(actor.role, 'manager')
}
