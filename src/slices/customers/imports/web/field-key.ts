import { fold } from '../../../../kernel/text.ts'

/** A heading as the key of a custom field. */
export function fieldKey(heading: string): string {
  const key = fold(heading)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_/, '')
    .slice(0, 40)
    .replace(/_$/, '')
  return /^[a-z]/.test(key) ? key : `field_${key}`.replace(/_$/, '')
}
