import { readAgent } from '../../../kernel/agent.ts'
import { defineText, stored } from '../../../kernel/messages.ts'

const browserOn = defineText('consent.agent.on', '{browser} on {system}')

/** `Firefox on Linux`, stored to be worded: enough to recognise an answer by, not a person; null for what is no browser. */
export function agentFamily(userAgent = ''): string | null {
  const { browser, family } = readAgent(userAgent.slice(0, 500))
  if (!browser) return null
  return family ? stored(browserOn({ browser, system: family })) : browser
}
