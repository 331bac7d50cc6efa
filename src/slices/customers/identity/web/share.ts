import type { Formatters } from '../../../../ui/i18n/format.ts'

/** A probability that is not quite one is not shown as one. */
export function shareText(format: Formatters, probability: number): string {
  if (probability > 0.9999) return `> ${format.percent(0.9999, 2)}`
  return format.percent(probability, probability >= 0.99 ? 2 : probability >= 0.9 ? 1 : 0)
}
