import { readAgent } from '../../../../kernel/agent.ts'

/** "Firefox, Windows": enough to tell one's own devices apart. */
export function deviceName(userAgent: string): string {
  const { browser, system } = readAgent(userAgent)
  return [browser, system].filter(Boolean).join(', ') || userAgent.slice(0, 60)
}
