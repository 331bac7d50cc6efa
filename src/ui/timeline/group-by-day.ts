/** Items newest first, each marked with whether it opens a new day of the reader's time zone. */
export function markDays<T>(items: readonly T[], dayOf: (item: T) => string): { item: T; opensDay: boolean }[] {
  let previous = ''
  return items.map(item => {
    const day = dayOf(item)
    const opensDay = day !== previous
    previous = day
    return { item, opensDay }
  })
}
