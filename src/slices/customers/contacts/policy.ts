import type { HandleKind } from './schema.ts'

/** Networks whose handles are @names: where their profiles are, and what the host of an address of theirs is like. */
const networks = {
  instagram: { home: 'instagram.com/', host: /(?:[\w-]{1,63}\.)?instagram\.com/ },
  linkedin: { home: 'linkedin.com/in/', host: /(?:[\w-]{1,63}\.)?linkedin\.com/ },
  facebook: { home: 'facebook.com/', host: /(?:[\w-]{1,63}\.)?facebook\.com/ },
  telegram: { home: 't.me/', host: /t\.me/ },
  github: { home: 'github.com/', host: /(?:www\.)?github\.com/ },
  bluesky: { home: 'bsky.app/profile/', host: /bsky\.app/ },
  x: { home: 'x.com/', host: /(?:[\w-]{1,63}\.)?(?:x|twitter)\.com/ },
} satisfies Partial<Record<HandleKind, { home: string; host: RegExp }>>

const all = Object.entries(networks).map(([kind, { home, host }]) => {
  const address = `^(?:https?:\\/\\/)?${host.source}\\/`
  const path = home.slice(home.indexOf('/') + 1)
  return {
    kind: kind as keyof typeof networks,
    home,
    address: new RegExp(address, 'i'),
    profile: new RegExp(address + path, 'i'),
  }
})

/** The network that an address belongs to. */
export function networkOf(address: string): HandleKind | undefined {
  return all.find(network => network.address.test(address))?.kind
}

/** What names somebody in the address of a profile, or all of what is none. */
export function nameInProfile(kind: HandleKind, value: string): string {
  return value.replace(all.find(network => network.kind === kind)?.profile ?? /^$/, '')
}

/** Where the handle leads, if it is a website or a profile of one of these networks. */
export function profileAddress(kind: HandleKind, normal: string): string | undefined {
  const home = kind === 'website' ? '' : all.find(network => network.kind === kind)?.home
  return home === undefined ? undefined : `https://${home}${normal}`
}
