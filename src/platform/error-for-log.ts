/**
 * What the log keeps of an error: what happened and where. What PostgreSQL adds of the rows at hand (detail, where) and
 * the values it quotes from them stay out.
 */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string }
  const scrub = (text: string) => (code?.startsWith('22') ? text.replaceAll(/"[^"]*"/g, '"…"') : text)
  const message = scrub(error.message)
  return { type: error.name, code, constraint, table, message, stack: error.stack?.replace(error.message, message) }
}
