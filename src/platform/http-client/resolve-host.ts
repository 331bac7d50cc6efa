import { isIP } from 'node:net'
import { AppError } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import { clip } from '../../kernel/text.ts'
import { isAllowedAddress, isAllowedHost, type HostAddress, type OutgoingRules } from './outgoing-rules.ts'
import { isPublicAddress } from './public-address.ts'

const words = defineMessages('platform.resolve-host', {
  privateHost:
    '{hostname} is a private or reserved address, which Rapport does not call. Use a public host, or have it allowed in OUTGOING_ALLOW by whoever runs this server.',
  notHost: '"{name}" is not a host name. Use a name such as mail.example.com.',
  hostNotFound: 'The host {hostname} was not found. Check its name, or try again later.',
})

/**
 * The addresses of a host, all of which may be called. One private address among them refuses the host: names that
 * answer with both are how a guard is tricked.
 */
export async function resolveHost(rules: OutgoingRules, hostname: string): Promise<HostAddress[]> {
  const addresses = await addressesOf(rules, hostname)
  if (!addresses.every(({ address }) => mayCall(rules, hostname, address))) throw refused(hostname)
  return addresses
}

/**
 * The one address at which to call a mail server that a person named; connect to it, not to the name. IPv4 where there is
 * a choice, as machines without a way to IPv6 are common.
 */
export async function guardedConnectHost(host: string, rules: OutgoingRules): Promise<HostAddress> {
  const addresses = await resolveHost(rules, canonicalHost(host))
  return addresses.find(({ family }) => family === 4) ?? addresses[0]!
}

/** A host as a URL would hold it, so that `127.1`, `0x7f.1` and `①②⑦.0.0.1` are seen as the address they are. */
function canonicalHost(text: string): string {
  const host = text.trim()
  if (isIP(host)) return host
  if (!/^[^\s/\\?#@:[\]%]{1,253}$/.test(host) || !URL.canParse(`http://${host}`)) {
    throw new AppError('invalid', say(words, 'notHost', { name: clip(host, 100) }))
  }
  return new URL(`http://${host}`).hostname
}

function mayCall(rules: OutgoingRules, hostname: string, address: string): boolean {
  return isPublicAddress(address) || isAllowedAddress(rules, address) || isAllowedHost(rules, hostname)
}

async function addressesOf(rules: OutgoingRules, hostname: string): Promise<HostAddress[]> {
  const family = isIP(hostname)
  if (family !== 0) return [{ address: hostname, family }]
  // Resolvers differ on the names below localhost, which all mean this machine (RFC 6761).
  if (/(^|\.)localhost\.?$/i.test(hostname)) return [{ address: '127.0.0.1', family: 4 }]
  return lookUp(rules, hostname)
}

async function lookUp(rules: OutgoingRules, hostname: string): Promise<HostAddress[]> {
  try {
    const addresses = await rules.lookup(hostname)
    if (addresses.length > 0) return addresses
  } catch {
    // Said below, in words; the resolver's own codes differ between systems.
  }
  throw new AppError('unavailable', say(words, 'hostNotFound', { hostname }))
}

function refused(hostname: string): AppError {
  return new AppError('invalid', say(words, 'privateHost', { hostname }))
}
