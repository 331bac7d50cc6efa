import type { EvidenceLevel, FieldEvidence } from './evidence.ts'

export type WordLocale = 'en' | 'cs'

export interface ExplainedEvidence extends FieldEvidence {
  label: string
  words: string
  strength: string
}

const labels: Record<WordLocale, Record<string, string>> = {
  en: {
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    email: 'E-mail',
    phone: 'Phone',
    handle: 'Handle',
    birthday: 'Birthday',
    address: 'Address or company',
    shared: 'Shared address or number',
  },
  cs: {
    name: 'Jméno',
    firstName: 'Křestní jméno',
    lastName: 'Příjmení',
    email: 'E-mail',
    phone: 'Telefon',
    handle: 'Uživatelské jméno',
    birthday: 'Datum narození',
    address: 'Adresa nebo firma',
    shared: 'Společná adresa nebo číslo',
  },
}

interface Finding {
  label: string
  a: string
  b: string
}

const both = ({ a, b }: Finding) => (a === b ? a : `${a} / ${b}`)
const inside = (label: string) => (/^\p{Lu}[\p{Ll}-]/u.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label)

const findings: Record<WordLocale, Record<EvidenceLevel, (found: Finding) => string>> = {
  en: {
    same: found => `Same ${inside(found.label)}: ${both(found)}`,
    nickname: found => `${found.a} is another form of ${found.b}`,
    swapped: found => `First and last name the other way round: ${both(found)}`,
    initial: found => `Only a first letter, and it fits: ${both(found)}`,
    script: found => `Same ${inside(found.label)} in another script: ${both(found)}`,
    slip: found => `${found.label} differs by one slip: ${both(found)}`,
    similar: found => `Similar ${inside(found.label)}: ${both(found)}`,
    'day-month': found => `Day and month the other way round: ${both(found)}`,
    year: found => `Only the year is the same: ${both(found)}`,
    part: found => `Partly the same ${inside(found.label)}: ${both(found)}`,
    'like-name': found => `${found.label} reads like the name: ${both(found)}`,
    close: found => `Nearly the same address: ${both(found)}`,
    street: found => `Same street: ${both(found)}`,
    company: found => `Same company: ${both(found)}`,
    town: found => `Same town: ${both(found)}`,
    region: found => `Same region: ${both(found)}`,
    shared: found => `${found.label}, used by several people: ${both(found)}`,
    different: found => `Different ${inside(found.label)}: ${both(found)}`,
  },
  cs: {
    same: found => `${found.label} se shoduje: ${both(found)}`,
    nickname: found => `${found.a} je jiná podoba jména ${found.b}`,
    swapped: found => `Jméno a příjmení jsou prohozené: ${both(found)}`,
    initial: found => `Jen první písmeno, a to sedí: ${both(found)}`,
    script: found => `${found.label} se shoduje, jen jiným písmem: ${both(found)}`,
    slip: found => `${found.label} se liší o překlep: ${both(found)}`,
    similar: found => `${found.label} se shoduje zhruba: ${both(found)}`,
    'day-month': found => `Den a měsíc jsou prohozené: ${both(found)}`,
    year: found => `Shoduje se jen rok: ${both(found)}`,
    part: found => `${found.label} se shoduje zčásti: ${both(found)}`,
    'like-name': found => `${found.label} zní jako jméno: ${both(found)}`,
    close: found => `Adresa je skoro stejná: ${both(found)}`,
    street: found => `Stejná ulice: ${both(found)}`,
    company: found => `Stejná firma: ${both(found)}`,
    town: found => `Stejné město: ${both(found)}`,
    region: found => `Stejný kraj: ${both(found)}`,
    shared: found => `${found.label}, používá více lidí: ${both(found)}`,
    different: found => `${found.label} se liší: ${both(found)}`,
  },
}

const levels: Record<WordLocale, Record<EvidenceLevel, string>> = {
  en: {
    same: 'The same',
    nickname: 'Another form',
    swapped: 'The other way round',
    initial: 'First letter fits',
    script: 'Another script',
    slip: 'One slip',
    similar: 'Similar',
    'day-month': 'Day and month swapped',
    year: 'Same year',
    part: 'Partly the same',
    'like-name': 'Like the name',
    close: 'Nearly the same',
    street: 'Same street',
    company: 'Same company',
    town: 'Same town',
    region: 'Same region',
    shared: 'Shared by several people',
    different: 'Different',
  },
  cs: {
    same: 'Shoda',
    nickname: 'Jiná podoba',
    swapped: 'Prohozené',
    initial: 'První písmeno sedí',
    script: 'Jiné písmo',
    slip: 'Jeden překlep',
    similar: 'Zhruba shoda',
    'day-month': 'Prohozený den a měsíc',
    year: 'Stejný rok',
    part: 'Shoda zčásti',
    'like-name': 'Zní jako jméno',
    close: 'Skoro shoda',
    street: 'Stejná ulice',
    company: 'Stejná firma',
    town: 'Stejné město',
    region: 'Stejný kraj',
    shared: 'Používá více lidí',
    different: 'Rozdíl',
  },
}

/** From how many bits on a finding speaks slightly, plainly and strongly. */
const steps = [0.5, 2, 6] as const
const strengths: Record<WordLocale, { nothing: string; for: readonly string[]; against: readonly string[] }> = {
  en: {
    nothing: 'says little',
    for: ['speaks slightly for one person', 'speaks for one person', 'speaks strongly for one person'],
    against: ['speaks slightly against it', 'speaks against it', 'speaks strongly against it'],
  },
  cs: {
    nothing: 'neříká skoro nic',
    for: ['mluví slabě pro jednu osobu', 'mluví pro jednu osobu', 'mluví silně pro jednu osobu'],
    against: ['mluví slabě proti', 'mluví proti', 'mluví silně proti'],
  },
}

/** `labels` names the workspace's own fields. */
export function fieldLabel(field: string, locale: WordLocale, own: ReadonlyMap<string, string>): string {
  return labels[locale][field] ?? own.get(field) ?? field
}

export function levelWords(level: string, locale: WordLocale): string {
  return levels[locale][level as EvidenceLevel] ?? level
}

export function strengthWords(weight: number, locale: WordLocale): string {
  const words = strengths[locale]
  const step = steps.findLastIndex(least => Math.abs(weight) >= least)
  return step < 0 ? words.nothing : (weight > 0 ? words.for : words.against)[step]!
}

/** What one field says, as people would. */
export function explain(
  evidence: FieldEvidence,
  locale: WordLocale,
  own: ReadonlyMap<string, string>,
): ExplainedEvidence {
  const label = fieldLabel(evidence.field, locale, own)
  const a = shown(evidence.a, locale)
  const b = shown(evidence.b, locale)
  const say = findings[locale][evidence.level] ?? findings[locale].similar
  return {
    ...evidence,
    label,
    words: say({ label, a: a ?? b ?? '–', b: b ?? a ?? '–' }),
    strength: strengthWords(evidence.weight, locale),
  }
}

function shown(value: string | null, locale: WordLocale): string | null {
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  const at = new Date(`${value}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return value
  return at.toLocaleDateString(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' })
}
