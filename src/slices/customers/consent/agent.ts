import { readAgent } from '../../../kernel/agent.ts'

/** `Firefox on Linux`: enough to recognise an answer by, not a person; null for what is no browser. */
export function agentFamily(userAgent = ''): string | null {
  const { browser, family } = readAgent(userAgent.slice(0, 500))
  return browser ? [browser, family].filter(Boolean).join(' on ') : null
}
