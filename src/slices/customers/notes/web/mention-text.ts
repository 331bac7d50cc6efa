/** A member that a text mentions, by the name it mentions them with. */
export interface Mention {
  id: string
  name: string
}

const token = /@\[([^\]\n]{1,200})\]\(member:([0-9a-f-]{36})\)/gi

/** A note as it is kept (`@[Olga Owner](member:…)`) as it is typed and read (`@Olga Owner`). */
export function readable(body: string): { text: string; mentions: Mention[] } {
  const mentions: Mention[] = []
  const text = body.replaceAll(token, (_, name: string, id: string) => {
    if (!mentions.some(mention => mention.id === id)) mentions.push({ id, name })
    return `@${name}`
  })
  return { text, mentions }
}

/** The other way round. A mention whose name is no longer in the text is none. */
export function kept(text: string, mentions: readonly Mention[]): string {
  // Longer names first: "@Jan Novák ml." must not be taken for "@Jan Novák".
  const sorted = mentions.toSorted((one, other) => other.name.length - one.name.length)
  let body = text
  for (const [index, { name }] of sorted.entries()) body = body.replaceAll(`@${name}`, `\u0000${index}\u0000`)
  return body.replaceAll(
    /\u0000(\d+)\u0000/g,
    (_, index: string) => `@[${sorted[Number(index)]!.name}](member:${sorted[Number(index)]!.id})`,
  )
}

/** What is being typed after an @ before the cursor, and where it began; null when nothing is. */
export function mentionAt(text: string, cursor: number): { query: string; start: number } | null {
  const match = /(?:^|[\s(])@([^\s@]{0,40}(?: [^\s@]{1,40})?)$/u.exec(text.slice(0, cursor))
  return match ? { query: match[1]!, start: cursor - match[1]!.length - 1 } : null
}

/** Text cut where members are mentioned. */
export function mentionParts(body: string): { text: string; memberId?: string }[] {
  const parts: { text: string; memberId?: string }[] = []
  let at = 0
  for (const match of body.matchAll(token)) {
    if (match.index > at) parts.push({ text: body.slice(at, match.index) })
    parts.push({ text: `@${match[1]}`, memberId: match[2] })
    at = match.index + match[0].length
  }
  if (at < body.length) parts.push({ text: body.slice(at) })
  return parts
}
