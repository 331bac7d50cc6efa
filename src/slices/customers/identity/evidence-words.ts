import { defineMessages, hasKey } from '../../../kernel/messages.ts'
import { wordsFor } from '../../../platform/languages.ts'
import type { EvidenceLevel, FieldEvidence } from './evidence.ts'

export interface ExplainedEvidence extends FieldEvidence {
  label: string
  words: string
  strength: string
}

const labels = defineMessages('identity.evidence-label', {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  phone: 'Phone',
  handle: 'Handle',
  birthday: 'Birthday',
  address: 'Address or company',
  shared: 'Shared address or number',
})

const findings = defineMessages('identity.evidence-finding', {
  same: 'Same {label}: {both}',
  nickname: '{a} is another form of {b}',
  swapped: 'First and last name the other way round: {both}',
  initial: 'Only a first letter, and it fits: {both}',
  script: 'Same {label} in another script: {both}',
  slip: '{label} differs by one slip: {both}',
  similar: 'Similar {label}: {both}',
  'day-month': 'Day and month the other way round: {both}',
  year: 'Only the year is the same: {both}',
  part: 'Partly the same {label}: {both}',
  'like-name': '{label} reads like the name: {both}',
  close: 'Nearly the same address: {both}',
  street: 'Same street: {both}',
  company: 'Same company: {both}',
  town: 'Same town: {both}',
  region: 'Same region: {both}',
  shared: '{label}, used by several people: {both}',
  different: 'Different {label}: {both}',
} satisfies Record<EvidenceLevel, string>)

const levels = defineMessages('identity.evidence-level', {
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
} satisfies Record<EvidenceLevel, string>)

const strengths = defineMessages('identity.evidence-strength', {
  nothing: 'says little',
  forSlightly: 'speaks slightly for one person',
  forPlainly: 'speaks for one person',
  forStrongly: 'speaks strongly for one person',
  againstSlightly: 'speaks slightly against it',
  againstPlainly: 'speaks against it',
  againstStrongly: 'speaks strongly against it',
})

/** From how many bits on a finding speaks slightly, plainly and strongly. */
const steps = [0.5, 2, 6] as const
const forIt = ['forSlightly', 'forPlainly', 'forStrongly'] as const
const against = ['againstSlightly', 'againstPlainly', 'againstStrongly'] as const

/** `own` names the workspace's own fields. */
export function fieldLabel(field: string, locale: string, fieldLabels: ReadonlyMap<string, string>): string {
  return hasKey(labels, field) ? wordsFor(labels, locale)(field) : (fieldLabels.get(field) ?? field)
}

export function levelWords(level: string, locale: string): string {
  return hasKey(levels, level) ? wordsFor(levels, locale)(level) : level
}

export function strengthWords(weight: number, locale: string): string {
  const step = steps.findLastIndex(least => Math.abs(weight) >= least)
  return wordsFor(strengths, locale)(step < 0 ? 'nothing' : (weight > 0 ? forIt : against)[step]!)
}

/** What one field says, as people would. */
export function explain(
  evidence: FieldEvidence,
  locale: string,
  labels: ReadonlyMap<string, string>,
): ExplainedEvidence {
  const label = fieldLabel(evidence.field, locale, labels)
  const [first, second] = [shown(evidence.a, locale), shown(evidence.b, locale)]
  const [a, b] = [first ?? second ?? '–', second ?? first ?? '–']
  const level = hasKey(findings, evidence.level) ? evidence.level : 'similar'
  const found = { label: withinSentence(label), a, b, both: a === b ? a : `${a} / ${b}` }
  return {
    ...evidence,
    label,
    words: asSentence(wordsFor(findings, locale)(level, found)),
    strength: strengthWords(evidence.weight, locale),
  }
}

function withinSentence(label: string): string {
  return /^\p{Lu}[\p{Ll}-]/u.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label
}

function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function shown(value: string | null, locale: string): string | null {
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  const at = new Date(`${value}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return value
  return at.toLocaleDateString(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' })
}
