import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'
import { plainAddress, type IpAddress } from './public-address.ts'

export interface HostAddress {
  address: string
  family: number
}

/** What outgoing calls may reach although it is private, and how host names become addresses. */
export interface OutgoingRules {
  hosts: ReadonlySet<string>
  ranges: readonly [IpAddress, number][]
  lookup(hostname: string): Promise<HostAddress[]>
}

/** Rules from the text of OUTGOING_ALLOW: host names, addresses and CIDR ranges, separated by commas. */
export function outgoingRules(allow: string): OutgoingRules {
  const hosts = new Set<string>()
  const ranges: [IpAddress, number][] = []
  for (const entry of allow.split(',').map(text => text.trim().toLowerCase())) {
    if (entry === '') continue
    const range = parseRange(entry)
    if (range) ranges.push(range)
    else if (isHostName(entry)) hosts.add(withoutDot(entry))
    else throw new Error(`"${entry}" is neither a host name nor an address nor a range such as 10.0.0.0/8.`)
  }
  return { hosts, ranges, lookup: hostname => lookup(hostname, { all: true }) }
}

export function isAllowedHost(rules: OutgoingRules, hostname: string): boolean {
  return rules.hosts.has(withoutDot(hostname.toLowerCase()))
}

export function isAllowedAddress(rules: OutgoingRules, text: string): boolean {
  const address = plainAddress(text)
  return rules.ranges.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits))
}

/** An address or range in CIDR notation, or null. Ranges with bits set beyond their length are taken as the network. */
export function parseRange(text: string): [IpAddress, number] | null {
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || (text.includes(':') && ipaddr.IPv6.isValidCIDR(text))) {
    return ipaddr.parseCIDR(text)
  }
  if (ipaddr.IPv4.isValidFourPartDecimal(text) || (text.includes(':') && ipaddr.IPv6.isValid(text))) {
    const address = plainAddress(text)
    return [address, address.toByteArray().length * 8]
  }
  return null
}

function isHostName(text: string): boolean {
  return (
    /^(?=.{1,253}\.?$)[\p{L}\p{N}_]([\p{L}\p{N}_-]{0,62})(\.[\p{L}\p{N}_][\p{L}\p{N}_-]{0,62})*\.?$/u.test(text) &&
    !/^[\d.]+$/.test(text)
  )
}

function withoutDot(hostname: string): string {
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname
}
