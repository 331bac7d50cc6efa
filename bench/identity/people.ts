/** A made person, as a list of contacts has it. */
export interface MadePerson {
  entity: number
  firstName: string
  lastName: string
  birthday: string | null
  street: string | null
  city: string | null
  postalCode: string | null
  email: string | null
  phone: string | null
}

/** One in so many is somebody who is there already, written another way. */
const duplicateEvery = 20

/** `count` people of a country, some of them twice with slips, gaps and other addresses; the same ones each time. */
export function* makePeople(count: number): Generator<MadePerson> {
  const random = seeded(7)
  const chance = (share: number) => random() < share
  const among = (size: number, skew = 1.3) => Math.floor(size * random() ** skew)
  const recent: MadePerson[] = []
  let originals = 0
  for (let made = 0; made < count; made++) {
    if (made % duplicateEvery === duplicateEvery - 1) {
      yield again(recent[among(recent.length, 1)]!, made, chance, random)
      continue
    }
    const [firstName, lastName] = [syllables(among(1500), 2), syllables(among(40_000) + 4096, 3)]
    const person: MadePerson = {
      entity: made,
      firstName,
      lastName,
      birthday: chance(0.7) ? day(among(25_000, 1)) : null,
      ...(chance(0.6) ? addressOf(among(9000, 1), among(400, 1), 1 + among(120, 1)) : noAddress),
      email: chance(0.8) ? `${firstName}.${lastName}${made}@mail${among(40)}.example` : null,
      phone: chance(0.5) ? `+4206${String((made * 7919) % 1e8).padStart(8, '0')}` : null,
    }
    recent[originals++ % 5000] = person
    yield person
  }
}

const noAddress = { street: null, city: null, postalCode: null }

function addressOf(postalCode: number, street: number, house: number) {
  return {
    street: `${syllables(street + 700, 3)} ${house}`,
    city: syllables((postalCode % 300) + 500, 3),
    postalCode: String(10_000 + postalCode),
  }
}

function again(person: MadePerson, made: number, chance: (share: number) => boolean, random: () => number): MadePerson {
  const slip = (text: string) => {
    const at = 1 + Math.floor(random() * (text.length - 2))
    return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2)
  }
  const isSwapped = chance(0.05)
  const [firstName, lastName] = isSwapped ? [person.lastName, person.firstName] : [person.firstName, person.lastName]
  return {
    ...person,
    firstName: chance(0.1) ? slip(firstName) : firstName,
    lastName: chance(0.15) ? slip(lastName) : lastName,
    birthday: chance(0.2) ? null : person.birthday,
    street: person.street && chance(0.2) ? slip(person.street) : person.street,
    // Who has the same address or number is one contact already.
    email: person.email && chance(0.5) ? person.email.replace(/\d*@.*/, `@other${made}.example`) : null,
    phone:
      person.phone && chance(0.5) ? `${person.phone.slice(0, -2)}${person.phone.at(-1)}${person.phone.at(-2)}` : null,
  }
}

const sounds =
  'ba be bo da de do fa fi ga go ha ho ja ka ko la le li ma me mi na ne no pa pe ra re ro sa se ta to va vi za'.split(
    ' ',
  )

/** A number as a word of so many syllables. */
function syllables(number: number, length: number): string {
  let word = ''
  for (let at = 0, rest = number; at < length; at++, rest = Math.floor(rest / sounds.length))
    word += sounds[rest % sounds.length]!
  return word
}

function day(number: number): string {
  return new Date(Date.UTC(1935, 0, 1 + number)).toISOString().slice(0, 10)
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
