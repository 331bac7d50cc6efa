import { expect, test } from 'vitest'
import { slices } from '../../../app/slices.ts'
import { tenantTables } from '../../../platform/db/tables.gen.ts'

/** Tables in which nothing stands about a customer, and why. */
const impersonal: Record<string, string> = {
  api_keys: 'keys of the company',
  collect_sources: 'sites and apps of the company',
  companies: 'organisations',
  company_facts: 'sums of organisations',
  consent_purposes: 'wordings of the company',
  consent_texts: 'wordings of the company',
  erased_handles: 'keyed hashes that erasures leave on purpose',
  erasures: 'ids and counts that erasures leave on purpose',
  event_deliveries: 'a lock',
  exchange_rates: 'rates',
  fields: 'definitions',
  forms: 'definitions',
  identity_models: 'counts of values that are common to many',
  identity_runs: 'counts',
  identity_settings: 'thresholds',
  import_mappings: 'names of columns',
  invitations: 'members of staff',
  members: 'members of staff',
  merge_undoings: 'counts',
  retention_rules: 'terms',
  retention_runs: 'counts',
  tags: 'definitions',
  team_members: 'members of staff',
  teams: 'members of staff',
}

test('every table either says what it holds of a person, or why it holds nothing', () => {
  const declared = slices.flatMap(slice => (slice.personalData ?? []).flatMap(data => data.tables ?? []))
  const forgotten = tenantTables.filter(table => !declared.includes(table) && !(table in impersonal))
  expect(forgotten).toEqual([])
  expect(declared.filter(table => table in impersonal)).toEqual([])
  expect(declared.length).toBe(new Set(declared).size)
  expect(
    [...declared, ...Object.keys(impersonal)].filter(table => !(tenantTables as readonly string[]).includes(table)),
  ).toEqual([])
})

test('each kind of data has a name of its own', () => {
  const names = slices.flatMap(slice => (slice.personalData ?? []).map(data => data.name))
  expect(names.length).toBe(new Set(names).size)
})
