import { fold } from '../../../kernel/text.ts'
import type { Random } from './random.ts'
import { countries, type City, type Country } from './world/countries.ts'
import { names } from './world/names.ts'

export interface Employer {
  country: Country
  city: City
  domain: string
}

export type DemoPerson = ReturnType<typeof makePerson>

export function makePerson(random: Random, employer: Employer | null) {
  const country = employer?.country ?? random.weighted(countries)
  const city = employer && random.chance(0.8) ? employer.city : random.pick(country.cities)
  const list = names[country.code]
  const isFemale = random.chance(0.56)
  const first = random.pick(isFemale ? list.female : list.male)
  const last = random.pick(isFemale ? list.lastFemale : list.lastMale)
  const house = 1 + Math.floor(random.exponential(28))
  const street = random.pick(country.streets)
  return {
    country,
    city,
    firstName: first.native,
    lastName: last.native,
    name: list.isFamilyFirst ? `${last.native} ${first.native}` : `${first.native} ${last.native}`,
    /** First and last name in letters that fit into addresses. */
    latin: [letters(first.latin), letters(last.latin)] as const,
    timeZone: city.timeZone ?? country.timeZone,
    address: {
      street: country.isNumberFirst ? `${house} ${street}` : `${street} ${house}`,
      city: city.name,
      region: city.region,
      postalCode: digits(random, city.postalCode),
      country: country.code,
    },
  }
}

const lettersOf = new Map<string, string>()

function letters(latin: string): string {
  let known = lettersOf.get(latin)
  if (known === undefined) lettersOf.set(latin, (known = fold(latin).replace(/[^a-z]+/g, '')))
  return known
}

function digits(random: Random, pattern: string): string {
  return pattern.replace(/#/g, () => String(random.int(10)))
}

/** Gives out what only one contact, company or order may have. */
export class Register {
  readonly #taken = new Set<string>()
  #orders = 1000
  #cards = 7000
  /** Contacts, interior designers and parent companies whom others may name. */
  readonly regulars: string[] = []
  readonly owners: string[] = []
  readonly designers: string[] = []

  cardNumber(): string {
    const number = String(++this.#cards).padStart(8, '0')
    return `LT ${number.slice(0, 4)} ${number.slice(4)}`
  }

  /** Keeps the last 50 of a list. */
  remember(list: string[], id: string): void {
    if (list.push(id) > 50) list.shift()
  }

  /** The month and a running number: `LT-2511-1042`. */
  orderNumber(at: number): string {
    return `LT-${new Date(at).toISOString().slice(2, 7).replace('-', '')}-${++this.#orders}`
  }

  /** An e-mail address: at the employer, else at one of the country's hosts. */
  email(random: Random, { latin: [first, last], country }: DemoPerson, host?: string): string {
    const at = `@${host ?? random.pick(country.mailHosts)}`
    const isShort = host === undefined ? random.chance(0.18) : random.chance(0.4)
    const local = isShort ? `${first[0]}${random.chance(0.5) ? '.' : ''}${last}` : `${first}.${last}`
    if (host === undefined && random.chance(0.25)) return this.#free(`${local}${60 + random.int(45)}`, at)
    return this.#free(local, at)
  }

  /** A number as people of the country write it (others with the country's code), and in E.164; null when all are taken. */
  phone(random: Random, country: Country): { value: string; normal: string } | null {
    for (let attempt = 0; attempt < 3; attempt++) {
      const national = digits(random, random.pick(country.phones))
      const abroad = national.replace(/^0/, '')
      const normal = country.dialCode + abroad.replace(/\D/g, '')
      if (this.#taken.has(normal)) continue
      this.#taken.add(normal)
      return { value: country.code === 'CZ' ? national : `${country.dialCode} ${abroad}`, normal }
    }
    return null
  }

  /** An @name on a network. */
  nickname(random: Random, { latin: [first, last] }: DemoPerson, network: string): string {
    const name = random.pick([
      `${first}_${last}`,
      `${first}.${last[0]}`,
      `${last}${first}`,
      `${first}at${random.pick(places)}`,
    ])
    return this.#free(name, ` ${network}`).slice(0, -network.length - 1)
  }

  domain(slug: string): string {
    return this.#free(slug, '.example')
  }

  #free(local: string, rest: string): string {
    let candidate = local + rest
    for (let number = 2; this.#taken.has(candidate); number++) candidate = `${local}${number}${rest}`
    this.#taken.add(candidate)
    return candidate
  }
}

const places = ['home', 'work', 'sea', 'desk', 'play']
