import { isTimeZone } from '../../../../kernel/time.ts'

const known = new Map<string, boolean>()

/** `Europe/Prague`, as other systems write it too: `Europe Slash Prague`; null for another word. */
export function parseTimeZone(text: string): string | null {
  const zone = text.replaceAll(' ', '_').replace(/^([a-z]+)_slash_/i, '$1/')
  let isKnown = known.get(zone)
  if (isKnown === undefined) {
    isKnown = zone.includes('/') && isTimeZone(zone)
    if (known.size < 1000) known.set(zone, isKnown)
  }
  return isKnown ? zone : null
}
