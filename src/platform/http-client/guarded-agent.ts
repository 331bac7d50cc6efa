import { isIP, type LookupFunction } from 'node:net'
import { callbackify } from 'node:util'
import { Agent, buildConnector } from 'undici'
import type { OutgoingRules } from './outgoing-rules.ts'
import { resolveHost } from './resolve-host.ts'

const agents = new WeakMap<OutgoingRules, Agent>()

/**
 * Connections that obey `rules`. The check happens while connecting, with the very addresses that are then used: a name
 * that answers differently the second time (DNS rebinding) gains nothing, and a redirect passes the same check.
 */
export function guardedAgent(rules: OutgoingRules): Agent {
  let agent = agents.get(rules)
  if (!agent) {
    agent = createAgent(rules)
    agents.set(rules, agent)
  }
  return agent
}

function createAgent(rules: OutgoingRules): Agent {
  const resolve = callbackify((hostname: string) => resolveHost(rules, hostname))
  const lookup: LookupFunction = (hostname, options, callback) =>
    resolve(hostname, (error, addresses) => {
      if (error) callback(error, '', 0)
      else if (options.all) callback(null, addresses)
      else callback(null, addresses[0]!.address, addresses[0]!.family)
    })
  const connect = buildConnector({ lookup, timeout: 10_000, allowH2: false, port: 0 })
  return new Agent({
    connect(options, callback) {
      const hostname = options.hostname.replace(/^\[|\]$/g, '')
      // Node asks no lookup function about a host that is an address already.
      if (isIP(hostname) === 0) return connect(options, callback)
      resolve(hostname, error => {
        if (error) callback(error, null)
        else connect(options, callback)
      })
    },
  })
}
