import { useMemo } from 'react'
import { useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { countryOptions, languageOptions, timeZoneOptions } from '../../../../ui/i18n/regions.ts'
import type { RecordField } from '../../../../ui/record/record-field.ts'
import { Money } from '../../../../ui/values/Money.tsx'
import { NumberText } from '../../../../ui/values/NumberText.tsx'
import { MemberLine, useMembers } from '../../../workspace/members/web/public.tsx'
import { useCan, useSession } from '../../../workspace/sign-in/web/public.tsx'
import { useTeams } from '../../../workspace/teams/web/public.tsx'
import { importField } from '../../imports/web/public.tsx'
import { TagChips, useTags } from '../../tags/web/public.tsx'
import { sharedWords } from './shared-words.ts'

type Key = keyof typeof sharedWords.english

type InAddress = 'street' | 'city' | 'postalCode' | 'region' | 'country'

interface SharedFields extends Readonly<Record<Exclude<Key, InAddress>, RecordField<any>>> {
  address: readonly RecordField<any>[]
}

/** Fields that several kinds of records have: whose they are, where they are found, what is counted of them. */
export function useSharedFields(): SharedFields {
  const t = useMessages(sharedWords)
  const locale = useLocale()
  const { currency } = useSession().workspace
  const mayImport = useCan()('imports:read')
  const members = useMembers()
  const teams = useTeams()
  const tags = useTags()
  return useMemo(() => {
    const text = (key: Key, rest: Partial<RecordField<any>> = {}): RecordField<any> => ({
      key,
      label: t(key),
      type: 'text',
      ...rest,
    })
    // Not what lists are filtered by, nor shown in.
    const plain = (key: Key) => text(key, { filterable: false })
    const counted = (key: Key, rest: Partial<RecordField<any>>) => text(key, { isReadOnly: true, ...rest })
    const moment = (key: Key, rest: Partial<RecordField<any>> = {}) =>
      counted(key, { type: 'date', isInstant: true, width: 110, sortable: true, ...rest })
    return {
      phone: text('phone', { width: 140, isHidden: true }),
      ownerId: {
        ...members.field('ownerId', t('ownerId')),
        width: 124,
        render: row => <MemberLine id={row.ownerId} />,
      },
      teamId: { ...teams.field('teamId', t('teamId')), width: 120, isHidden: true },
      tagIds: { ...tags.field('tagIds', t('tagIds')), width: 112, render: row => <TagChips ids={row.tagIds} /> },
      address: [
        plain('street'),
        text('city', { width: 118 }),
        plain('postalCode'),
        plain('region'),
        text('country', { type: 'choice', options: countryOptions(locale), width: 116 }),
      ],
      language: text('language', { type: 'choice', options: languageOptions(locale), width: 110, isHidden: true }),
      timeZone: text('timeZone', { type: 'choice', options: timeZoneOptions(), filterable: false }),
      source: counted('source', { width: 120, isHidden: true }),
      importId: { ...importField(t('importId')), isReadOnly: true, filterable: mayImport },
      orders: counted('orders', {
        type: 'number',
        operators: ['gte', 'lte', 'eq'],
        width: 80,
        render: row => row.orders > 0 && <NumberText value={row.orders} />,
      }),
      netAmount: counted('netAmount', {
        type: 'money',
        currency,
        operators: ['gte', 'lte'],
        width: 88,
        sortable: true,
        render: row => row.orders > 0 && <Money amount={row.netAmount} currency={currency} style="round" />,
      }),
      lastTouchAt: moment('lastTouchAt', { width: 100 }),
      createdAt: moment('createdAt', { operators: ['gte', 'lte', 'eq'], isHidden: true }),
      updatedAt: moment('updatedAt', { operators: ['gte', 'lte', 'eq'], isHidden: true }),
    }
  }, [t, locale, currency, mayImport, members, teams, tags])
}
