import ipaddr from 'ipaddr.js'

export interface Limit {
  /** Attempts allowed in a window. */
  attempts: number
  seconds: number
}

interface Window {
  count: number
  endsAt: number
}

const maxKeys = 50_000

/**
 * Counts attempts per key in fixed windows, in this process's memory. An attempt is counted before its outcome is
 * known, so that a thousand at once do not all pass; `forgive` takes back what proved honest.
 */
export class Throttle {
  readonly #limit: Limit
  readonly #windows = new Map<string, Window>()

  constructor(limit: Limit) {
    this.#limit = limit
  }

  /** Counts one attempt; returns 0, or the seconds to wait when there were too many. */
  attempt(key: string, now: Date): number {
    const at = now.getTime()
    let window = this.#windows.get(key)
    if (window === undefined || window.endsAt <= at) {
      window = { count: 0, endsAt: at + this.#limit.seconds * 1000 }
      this.#windows.delete(key)
      this.#makeRoom(at)
      this.#windows.set(key, window)
    }
    if (window.count >= this.#limit.attempts) return Math.max(1, Math.ceil((window.endsAt - at) / 1000))
    window.count++
    return 0
  }

  /** Takes one attempt back. */
  forgive(key: string): void {
    const window = this.#windows.get(key)
    if (window !== undefined) window.count--
  }

  clear(key: string): void {
    this.#windows.delete(key)
  }

  /** All windows are equally long, so the map's order is the order in which they end. */
  #makeRoom(at: number): void {
    for (const [key, window] of this.#windows) {
      if (window.endsAt > at && this.#windows.size < maxKeys) return
      this.#windows.delete(key)
    }
  }
}

/** An IPv4 address, or the /64 of an IPv6 address: whoever has one address of it has them all. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4' ? parsed.toString() : (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':')
}
