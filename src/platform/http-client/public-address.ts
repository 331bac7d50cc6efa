import ipaddr from 'ipaddr.js'

export type IpAddress = ipaddr.IPv4 | ipaddr.IPv6

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')
/** Outside every reserved range, and yet answered inside Azure by the host's own management service. */
const azureManagement = '168.63.129.16'

/** The address in its plainest form: an IPv4 address that is written or tunnelled as IPv6 becomes IPv4. */
export function plainAddress(text: string): IpAddress {
  const address = ipaddr.process(text)
  if (address instanceof ipaddr.IPv6 && address.match(nat64)) return new ipaddr.IPv4(address.toByteArray().slice(12))
  return address
}

/**
 * Whether an address is reachable from anywhere, and so nothing that only this machine or network may see. Whatever is
 * not known to be public (private, loopback, link-local, shared, multicast, reserved, 6to4, Teredo, unassigned) is not.
 */
export function isPublicAddress(text: string): boolean {
  const address = plainAddress(text)
  if (address.range() !== 'unicast') return false
  if (address instanceof ipaddr.IPv6) return address.match(globalUnicast)
  return address.toString() !== azureManagement
}
