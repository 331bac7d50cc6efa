const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}\u2800]/u

/** Without the space around it; nothing is left of a text whose signs cannot be seen, such as zero-width spaces. */
export function trimmed(text: string): string {
  return visible.test(text) ? text.trim() : ''
}

/** With this a text of our own begins where it is stored (`stored` of messages): nobody else's has it, at any door. */
export const storedMark = '\u0002'

/** Whether a text of somebody else can be kept: PostgreSQL takes neither a NUL nor half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0') && !text.includes(storedMark)
}

/** The text without what cannot be kept. */
export function storable(text: string): string {
  return isStorable(text) ? text : text.replaceAll('\0', '').replaceAll(storedMark, '').toWellFormed()
}

const marks = /\p{M}+/gu
/** More marks on one letter than any script puts there; ordering them takes time in the square of their number. */
const tooManyMarks = /(\p{M}{30})\p{M}+/gu
const special: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** Lower case without accents, white space collapsed: the form in which names are sorted and searched. */
export function fold(text: string): string {
  return text
    .replace(tooManyMarks, '$1')
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, letter => special[letter]!)
    .replace(/\s+/g, ' ')
    .trim()
}

/** The form by which names are sorted: folded, and without the signs before the first letter or figure (`@marta`). */
export function sortKey(name: string): string {
  const folded = fold(name)
  return folded.replace(/^[^\p{L}\p{N}]+/u, '') || folded
}

/** The first `length` characters, without the half of a sign that is cut in two. */
export function clip(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}

/** The first sign as a reader sees it, with all that belongs to it; nothing of an empty text. */
export function firstSign(text: string): string {
  for (const { segment } of new Intl.Segmenter().segment(text)) return segment
  return ''
}

/** `text` cut to at most `length` characters at a word where one is near, with an ellipsis. */
export function excerpt(text: string, length = 200): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= length) return flat
  const cut = clip(flat, length - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > length * 0.7 ? cut.slice(0, space) : cut}…`
}
