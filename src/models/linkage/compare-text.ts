import { isOneSlip, jaroWinkler } from './distance.ts'

export const textLevels = ['missing', 'different', 'similar', 'slip', 'same'] as const

/** Texts of some words (streets, towns, own fields): an index into `textLevels`. Spaces count as any letter. */
export function compareTexts(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return 4
  if (isOneSlip(a, b)) return 3
  return jaroWinkler(a, b) >= 0.88 ? 2 : 1
}

export const codeLevels = ['missing', 'different', 'slip', 'same'] as const

/** Codes and numbers (postal codes, ids): an index into `codeLevels`. Codes of one sign have no slips. */
export function compareCodes(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return 3
  return a.length > 1 && b.length > 1 && isOneSlip(a, b) ? 2 : 1
}
