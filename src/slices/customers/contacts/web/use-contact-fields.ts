import { useMemo } from 'react'
import type { Field } from '../../../../ui/fields/field.ts'
import { useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { countryOptions, languageOptions, timeZoneOptions } from '../../../../ui/i18n/regions.ts'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan, useSession } from '../../../workspace/sign-in/web/public.tsx'
import { useTeams } from '../../../workspace/teams/web/public.tsx'
import { companyField } from '../../companies/web/public.tsx'
import { useCustomFields, type CustomField } from '../../fields/web/public.tsx'
import { importField } from '../../imports/web/public.tsx'
import { useTags } from '../../tags/web/public.tsx'
import { lifecycles } from '../schema.ts'
import { contactWords } from './contact-words.ts'

const keys = [
  'name',
  'firstName',
  'lastName',
  'jobTitle',
  'email',
  'phone',
  'companyId',
  'ownerId',
  'teamId',
  'lifecycle',
  'tagIds',
  'street',
  'city',
  'region',
  'postalCode',
  'country',
  'language',
  'timeZone',
  'birthday',
  'source',
  'orders',
  'netAmount',
  'lastTouchAt',
  'createdAt',
  'updatedAt',
] as const
export type ContactFieldKey = (typeof keys)[number]

/** Kept out of filters: the API does not filter by them. */
const unfiltered = new Set<ContactFieldKey>(['street', 'region', 'postalCode', 'timeZone', 'birthday'])

export interface ContactFields {
  builtIn: Readonly<Record<ContactFieldKey, Field>>
  custom: readonly CustomField[]
  /** What lists are filtered by. */
  filters: readonly Field[]
}

/** The fields of a contact, built in and custom. */
export function useContactFields(): ContactFields {
  const t = useMessages(contactWords)
  const locale = useLocale()
  const { currency } = useSession().workspace
  const can = useCan()
  const mayImport = can('imports:read')
  const mayCreateCompany = can('companies:write')
  const members = useMembers()
  const teams = useTeams()
  const tags = useTags()
  const custom = useCustomFields('contact')
  return useMemo(() => {
    const field = (key: ContactFieldKey): Field => {
      const label = t(key)
      switch (key) {
        case 'companyId':
          return companyField(key, label, mayCreateCompany)
        case 'ownerId':
          return members.field(key, label)
        case 'teamId':
          return teams.field(key, label)
        case 'tagIds':
          return tags.field(key, label)
        case 'lifecycle':
          return {
            key,
            label,
            type: 'choice',
            operators: ['in', 'ne'],
            options: lifecycles.map(value => ({ value, label: t(value) })),
          }
        case 'country':
          return { key, label, type: 'choice', options: countryOptions(locale) }
        case 'language':
          return { key, label, type: 'choice', options: languageOptions(locale) }
        case 'timeZone':
          return { key, label, type: 'choice', options: timeZoneOptions() }
        case 'birthday':
          return { key, label, type: 'date' }
        case 'orders':
          return { key, label, type: 'number', operators: ['gte', 'lte', 'eq'] }
        case 'netAmount':
          return { key, label, type: 'money', currency, operators: ['gte', 'lte'] }
        case 'lastTouchAt':
          return { key, label, type: 'date', isInstant: true }
        case 'createdAt':
        case 'updatedAt':
          return { key, label, type: 'date', isInstant: true, operators: ['gte', 'lte', 'eq'] }
        default:
          return { key, label, type: 'text' }
      }
    }
    const builtIn = Object.fromEntries(keys.map(key => [key, field(key)])) as Record<ContactFieldKey, Field>
    const filters = [
      ...keys.filter(key => !unfiltered.has(key)).map(key => builtIn[key]),
      ...(mayImport ? [importField(t('importId'))] : []),
      ...custom,
    ]
    return { builtIn, custom, filters }
  }, [t, locale, currency, members, teams, tags, custom, mayImport, mayCreateCompany])
}
