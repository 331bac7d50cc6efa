import { useMemo } from 'react'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { listed } from '../../../../ui/fields/listed.ts'
import { listTeams, type Team } from '../schema.ts'

const none: readonly Team[] = []

export function useTeams() {
  const all = useEndpoint(listTeams, {}).data?.items ?? none
  return useMemo(() => ({ all, ...listed('team', all) }), [all])
}
