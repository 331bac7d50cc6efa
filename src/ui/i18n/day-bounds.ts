/** The instant of a wall-clock time on a calendar day (`2026-03-29`, `17:00`) in a time zone, also where clocks change. */
export function instantAt(day: string, time: string, timeZone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  let at = wanted
  // The offset depends on the instant that is looked for; two steps are enough for every zone's change of clocks.
  for (let step = 0; step < 2; step++) at = wanted - offsetAt(at, timeZone)
  return new Date(at).toISOString()
}

export function startOfDay(day: string, timeZone: string): string {
  return instantAt(day, '00:00', timeZone)
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** `17:00` on the wall clock of the zone. */
export function timeOfDay(at: string, timeZone: string): string {
  const instant = Date.parse(at)
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(11, 16)
}

/** Milliseconds that the wall clock of the zone is ahead of UTC. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find(candidate => candidate.type === type)!.value)
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    Math.floor(at / 1000) * 1000
  )
}
