const names = new Map<string, string>()

/** The database's name of a column: `job_title` for `jobTitle`. */
export function columnName(key: string): string {
  let name = names.get(key)
  if (name === undefined) names.set(key, (name = key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)))
  return name
}
