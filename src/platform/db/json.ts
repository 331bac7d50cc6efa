/** JSON that PostgreSQL takes: it refuses the escaped half of a sign that was cut in two, keys of objects among them. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  return json.includes('\\ud')
    ? json.replaceAll(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, escape => (escape.length > 2 ? '\ufffd' : escape))
    : json
}
