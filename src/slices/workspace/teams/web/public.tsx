import { useMemo } from 'react'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import type { Field, FieldOption } from '../../../../ui/fields/field.ts'
import { listTeams, type Team } from '../schema.ts'

export interface Teams {
  all: readonly Team[]
  nameOf: (id: string | null) => string | undefined
  optionOf: (id: string | null) => FieldOption[]
  field: (key: string, label: string) => Field
}

const none: readonly Team[] = []

export function useTeams(): Teams {
  const all = useEndpoint(listTeams, {}).data?.items ?? none
  return useMemo(() => {
    const byId = new Map(all.map(team => [team.id, team]))
    const option = ({ id, name }: Team): FieldOption => ({ value: id, label: name })
    return {
      all,
      nameOf: id => (id === null ? undefined : byId.get(id)?.name),
      optionOf: id => (id !== null && byId.has(id) ? [option(byId.get(id)!)] : []),
      field: (key, label) => ({
        key,
        label,
        type: 'team',
        options: all.map(option),
        search: async query =>
          all.filter(team => team.name.toLowerCase().includes(query.trim().toLowerCase())).map(option),
        resolve: async ids => ids.flatMap(id => (byId.has(id) ? [option(byId.get(id)!)] : [])),
      }),
    }
  }, [all])
}
