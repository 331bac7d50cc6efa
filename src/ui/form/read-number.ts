/** The number that a reader of `locale` wrote: null where nothing is written, NaN where it is none. */
export function readNumber(text: string, locale: string): number | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6)
  const mark = (type: string) => parts.find(part => part.type === type)?.value ?? ''
  const bare = text.replaceAll(/[\s'’]/g, '').replace('−', '-')
  if (bare === '') return null
  const plain = bare.replaceAll(new RegExp(`\\${mark('group')}(?=\\d{3}(?!\\d))`, 'g'), '')
  // A group of less than three is none: 1,5 in English is not 15.
  if (mark('group') === '.' && plain.includes('.')) return Number.NaN
  const number = plain.replace(mark('decimal'), '.')
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(number) ? Number(number) : Number.NaN
}

/** The number that somebody else would have written so: 12,5 in English is meant as 12.5. */
export function meantNumber(text: string): number | undefined {
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : undefined
}

/** Where in what is to be sent something stands that was typed as a number and is none. */
export function unreadNumbers(value: unknown, path: readonly string[] = []): string[] {
  if (Number.isNaN(value)) return [path.join('.')]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, held]) => unreadNumbers(held, [...path, key]))
}
