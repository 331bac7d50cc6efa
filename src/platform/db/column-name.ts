/** The database's name of a column: `job_title` for `jobTitle`. */
export function columnName(key: string): string {
  return key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
