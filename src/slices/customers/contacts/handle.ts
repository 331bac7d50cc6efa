import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'
import { invalidField } from '../../../kernel/errors.ts'
import type { Text } from '../../../kernel/message-params.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { clip, firstSign } from '../../../kernel/text.ts'
import { emptyText } from '../../../platform/http/issue-text.ts'
import { nameInProfile } from './policy.ts'
import type { HandleKind } from './schema.ts'

const words = defineMessages('contacts.contacts-handle', {
  oneLine: 'Use at most 320 characters without line breaks.',
  notEmail: '“{value}” is not an e-mail address.',
  notPhone: "“{value}” is not a phone number. Begin with + and the country's code.",
  mastodon: 'Use a name such as @marta@mastodon.social.',
  address: 'Use an address such as https://example.com.',
  external: 'Use the other system and its id, such as hubspot:1051.',
  name: 'Use a name such as @marta.',
})

export interface NormalHandle {
  kind: HandleKind
  /** As it was given. */
  value: string
  /** What is compared: two handles of a kind are the same when this is. */
  normal: string
}

const email = /^[^\s@<>(),;:"\\[\]\x00-\x1f]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,63}$/u

/** Normalises a handle, or refuses it naming `path`. Phones without a prefix are read as of `country`. */
export function normalizeHandle(kind: HandleKind, given: string, country: string, path: string): NormalHandle {
  const value = clip(given, 1000).normalize('NFC').trim()
  const refuse = (reason: Text) => invalidField(path, reason)
  if (value === '') throw refuse(emptyText)
  if (value.length > 320 || /[\x00-\x1f\x7f]/.test(value)) throw refuse(say(words, 'oneLine'))
  switch (kind) {
    case 'email':
      if (!email.test(value)) throw refuse(say(words, 'notEmail', { value: clip(value, 80) }))
      return { kind, value, normal: value.toLowerCase() }
    case 'phone':
    case 'whatsapp': {
      const phone = parsePhoneNumberFromString(value, country as CountryCode)
      if (!phone?.isPossible()) throw refuse(say(words, 'notPhone', { value: clip(value, 80) }))
      return { kind, value, normal: phone.number }
    }
    case 'mastodon': {
      const name = value.replace(/^@/, '').toLowerCase()
      if (!/^[a-z0-9_.-]+@[a-z0-9.-]+\.[a-z]{2,}$/.test(name)) throw refuse(say(words, 'mastodon'))
      return { kind, value, normal: name }
    }
    case 'website': {
      const address = /^https?:\/\//i.test(value) ? value : `https://${value}`
      if (!URL.canParse(address)) throw refuse(say(words, 'address'))
      const { host, pathname } = new URL(address)
      return { kind, value, normal: `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}` }
    }
    case 'loyalty-card':
      return { kind, value, normal: value.replace(/[\s-]/g, '').toUpperCase() }
    case 'external':
      if (!/^[a-z0-9_.-]+:.+$/i.test(value)) throw refuse(say(words, 'external'))
      return { kind, value, normal: value }
    case 'device':
      return { kind, value, normal: value }
    default: {
      const name = nameInProfile(kind, value).replace(/^@/, '').split(/[/?#]/)[0]!.toLowerCase()
      if (name === '' || /\s/.test(name)) throw refuse(say(words, 'name'))
      return { kind, value, normal: name }
    }
  }
}

/** What tells somebody that it is theirs and nobody else whose: `m•••@e•••.com`, a number's last three figures. */
export function maskHandle({ kind, normal }: Pick<NormalHandle, 'kind' | 'normal'>): string {
  if (kind !== 'email') return `•••${normal.slice(-3)}`
  const [name = '', domain = ''] = normal.split('@')
  return `${firstSign(name)}•••@${firstSign(domain)}•••${domain.slice(domain.lastIndexOf('.'))}`
}
