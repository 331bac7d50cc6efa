import { describedProfile, type Described } from '../../imports/public.ts'
import type { ContactDraft } from './draft.ts'

/** A contact as the preview shows it. */
export function describeContact(draft: ContactDraft): Described {
  const { externalId, handles, company } = draft
  return [
    ['externalId', externalId],
    ['name', draft.name],
    ['firstName', draft.firstName],
    ['lastName', draft.lastName],
    ...handles
      .filter(handle => handle.normal !== externalId)
      .map(({ kind, normal }): Described[number] => [
        kind === 'email' || kind === 'phone' ? kind : `handle.${kind === 'external' ? 'identifier' : kind}`,
        normal,
      ]),
    ['company', company?.name],
    ['companyDomain', company?.domain],
    ['companyId', company?.sourceId],
    ...describedProfile(draft),
  ]
}

/** A person whom a row of something else names, under that one's own targets. */
export function describePerson(draft: ContactDraft | null, targets: Readonly<Record<string, string>>): Described {
  return (draft ? describeContact(draft) : []).flatMap(([key, value]): Described =>
    targets[key] ? [[targets[key], value]] : [],
  )
}
