import { fold } from '../../../../kernel/text.ts'
import type { HandleKind } from '../../contacts/schema.ts'

/**
 * What a handle of each kind proves when a channel brings it. `always` joins whoever has it; `unless-shared` is an address
 * that may belong to an office; `same-name` joins only people whose names do not contradict; `one-person` is a device,
 * joined with the only person identified on it. `rank`: by the lowest is the contact found to whom an event belongs.
 */
export const joinRules: Record<
  HandleKind,
  { joins: 'always' | 'unless-shared' | 'same-name' | 'one-person'; rank: number }
> = {
  external: { joins: 'always', rank: 0 },
  'loyalty-card': { joins: 'always', rank: 1 },
  email: { joins: 'unless-shared', rank: 2 },
  whatsapp: { joins: 'always', rank: 3 },
  telegram: { joins: 'always', rank: 3 },
  x: { joins: 'always', rank: 3 },
  instagram: { joins: 'always', rank: 3 },
  facebook: { joins: 'always', rank: 3 },
  linkedin: { joins: 'always', rank: 3 },
  mastodon: { joins: 'always', rank: 3 },
  bluesky: { joins: 'always', rank: 3 },
  github: { joins: 'always', rank: 3 },
  phone: { joins: 'same-name', rank: 4 },
  website: { joins: 'same-name', rank: 5 },
  device: { joins: 'one-person', rank: 9 },
}

/** What stands before the @ of addresses that several people read. */
const sharedNames = new Set(
  `abuse accounting accounts accueil admin administration administracja administrator ahoj anfrage atendimento azienda bestellung bewerbung billing biuro
  booking buchhaltung bureau careers commande commercial comptabilite compras contact contacto contato contatti customer-service customerservice
  direction dotazy ekonom enquiries eshop faktura faktury fakturace feedback finance firma hallo hello help helpdesk hello hi hola hostmaster hr iletisim
  info infos informace informacje informacion informations inquiries invoice invoices it jobs kancelar kancelaria kariera kontakt kontakti kundenservice
  kundeservice mail mailbox mailer-daemon marketing media newsletter nepasrepondre no-reply no_reply nobody noreply objednavky obchod office ordenes
  order orders ordini podatelna podpora pomoc postmaster poczta post posta prensa presse press prodej purchasing recepce reception recepcja reklamace
  reservations reservierung root rrhh sales sekretariat security service servis shop sklep soporte spam subscribe support team uctarna uctovnictvi
  unsubscribe verkauf ventas vendite vertrieb webmaster welcome zakaznik zakaznickypodpora zamowienia`
    .split(/\s+/)
    .filter(Boolean),
)

/** info@, sales@, kontakt@ …: an address of an office, which identifies nobody. */
export function isSharedAddress(normal: string): boolean {
  return sharedNames.has(
    normal
      .slice(0, normal.lastIndexOf('@'))
      .replace(/\+.*$/, '')
      .replace(/(?<!\d)\d+$/, ''),
  )
}

/** Ids that programs send when they know none. */
const noIds = new Set(
  `0 00000000-0000-0000-0000-000000000000 -1 anonymous anonymoususer demo dummy false guest id n/a na nan nil none not_set null nobody [object object]
  test true undefined unknown user userid user_id void`.split(/\s+/),
)
noIds.add('[object object]')

export function isNoId(value: string): boolean {
  return noIds.has(value.trim().toLowerCase()) || value.trim() === ''
}

/** Two names that can hardly be one person's: no word, nor an initial, in common. A name that is not known contradicts none. */
export function namesContradict(one: string | null, other: string | null): boolean {
  if (!one || !other) return false
  const words = (name: string) =>
    fold(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
  const [mine, theirs] = [words(one), words(other)]
  if (mine.length === 0 || theirs.length === 0) return false
  return !mine.some(word =>
    theirs.some(their => word === their || isInitialOf(word, their) || isInitialOf(their, word)),
  )
}

function isInitialOf(word: string, of: string): boolean {
  return word.length === 1 && of.startsWith(word)
}
