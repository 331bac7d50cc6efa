import { firstSign } from '../../kernel/text.ts'

const hues = [25, 55, 90, 130, 165, 195, 230, 265, 300, 345]

/** A hue that stays with a name: the same person or tag has the same soft colour everywhere. */
export function hueOf(name: string): number {
  let hash = 2166136261
  for (const char of name) hash = Math.imul(hash ^ char.codePointAt(0)!, 16777619)
  return hues[(hash >>> 0) % hues.length]!
}

/** One or two letters of a name in any script; an e-mail gives its first letter, nothing gives "?". */
export function initialsOf(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(/@.*$/, '')
    .split(/[\s._-]+/)
    .map(word => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter(word => word !== '')
  const first = words[0]
  if (!first) return '?'
  const head = firstSign(first)
  // Scripts without capitals (Japanese, Chinese, Arabic) read best with one sign.
  if (!/\p{Lu}|\p{Ll}/u.test(head) || words.length === 1) return head.toUpperCase()
  return (head + firstSign(words.at(-1)!)).toUpperCase()
}
