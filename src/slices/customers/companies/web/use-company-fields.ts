import { useMemo } from 'react'
import type { Field } from '../../../../ui/fields/field.ts'
import { useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { countryOptions } from '../../../../ui/i18n/regions.ts'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan, useSession } from '../../../workspace/sign-in/web/public.tsx'
import { useTeams } from '../../../workspace/teams/web/public.tsx'
import { importField } from '../../imports/web/public.tsx'
import { useCustomFields, type CustomField } from '../../fields/web/public.tsx'
import { useTags } from '../../tags/web/public.tsx'
import { companyWords } from './company-words.ts'
import { companyField } from './public.tsx'

const keys = [
  'name',
  'domain',
  'industry',
  'employees',
  'phone',
  'website',
  'street',
  'city',
  'region',
  'postalCode',
  'country',
  'parentId',
  'ownerId',
  'teamId',
  'tagIds',
  'source',
  'orders',
  'netAmount',
  'lastTouchAt',
  'createdAt',
] as const
export type CompanyFieldKey = (typeof keys)[number]

/** Kept out of filters: the API does not filter by them. */
const unfiltered = new Set<CompanyFieldKey>(['website', 'street', 'region', 'postalCode'])

export interface CompanyFields {
  builtIn: Readonly<Record<CompanyFieldKey, Field>>
  custom: readonly CustomField[]
  /** What lists are filtered by. */
  filters: readonly Field[]
}

/** The fields of a company, built in and custom. */
export function useCompanyFields(): CompanyFields {
  const t = useMessages(companyWords)
  const locale = useLocale()
  const { currency } = useSession().workspace
  const mayImport = useCan()('imports:read')
  const members = useMembers()
  const teams = useTeams()
  const tags = useTags()
  const custom = useCustomFields('company')
  return useMemo(() => {
    const field = (key: CompanyFieldKey): Field => {
      const label = t(key)
      switch (key) {
        case 'parentId':
          return companyField(key, label)
        case 'ownerId':
          return members.field(key, label)
        case 'teamId':
          return teams.field(key, label)
        case 'tagIds':
          return tags.field(key, label)
        case 'country':
          return { key, label, type: 'choice', options: countryOptions(locale) }
        case 'website':
          return { key, label, type: 'link' }
        case 'employees':
          return { key, label, type: 'number', operators: ['gte', 'lte', 'eq', 'empty'] }
        case 'orders':
          return { key, label, type: 'number', operators: ['gte', 'lte', 'eq'] }
        case 'netAmount':
          return { key, label, type: 'money', currency, operators: ['gte', 'lte'] }
        case 'lastTouchAt':
          return { key, label, type: 'date', isInstant: true }
        case 'createdAt':
          return { key, label, type: 'date', isInstant: true, operators: ['gte', 'lte', 'eq'] }
        default:
          return { key, label, type: 'text' }
      }
    }
    const builtIn = Object.fromEntries(keys.map(key => [key, field(key)])) as Record<CompanyFieldKey, Field>
    const filters = [
      ...keys.filter(key => !unfiltered.has(key)).map(key => builtIn[key]),
      ...(mayImport ? [importField(t('importId'))] : []),
      ...custom,
    ]
    return { builtIn, custom, filters }
  }, [t, locale, currency, members, teams, tags, custom, mayImport])
}
