/**
 * One field's part in a score. `identity_candidates.evidence` and `identity_decisions.evidence` are arrays of these, the
 * strongest first.
 */
export interface FieldEvidence {
  /** `name`, `firstName`, `lastName`, `email`, `phone`, `handle`, `birthday`, `address`, `shared`, `fields.<key>` */
  field: string
  level: EvidenceLevel
  /** log2(m/u), the adjustment for how common the value is included: above 0 it speaks for one person. */
  weight: number
  /** The values that were compared, as people write them. */
  a: string | null
  b: string | null
}

export const evidenceLevels = [
  'same',
  /** Names: another form of it (Bob, Robert), swapped columns, only the first letter, another script. */
  'nickname',
  'swapped',
  'initial',
  'script',
  /** One slip of a key or digit; then less alike. */
  'slip',
  'similar',
  /** Days: day and month the other way round, the same year. */
  'day-month',
  'year',
  /** The same local part of an address, the last figures of a number, the same name on another network. */
  'part',
  /** An address or handle that is the other's name. */
  'like-name',
  /** Addresses: the same with a slip or a part unknown; then only the street, the employer, the town, the region. */
  'close',
  'street',
  'company',
  'town',
  'region',
  /** The same, but held by many people: a shared address or number. */
  'shared',
  'different',
] as const
export type EvidenceLevel = (typeof evidenceLevels)[number]
