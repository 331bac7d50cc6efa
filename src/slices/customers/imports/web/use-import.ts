import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { endpointQuery } from '../../../../ui/api/use-endpoint.ts'
import { useRefresh } from '../../../../ui/api/use-command.ts'
import { getImport, type ImportStatus } from '../schema.ts'
import { isBusy } from './ImportStatus.tsx'

/** How often progress is asked for. */
const pace = 500

/** An import, followed while something happens to it; the lists that it changes are refreshed when it is through. */
export function useImport(id: string) {
  const client = useQueryClient()
  const refresh = useRefresh()
  const query = useQuery({
    ...endpointQuery(getImport, { params: { id } }),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data.status) ? pace : false),
  })
  const status = query.data?.status
  const before = useRef<ImportStatus | undefined>(undefined)
  useEffect(() => {
    const was = before.current
    before.current = status
    if (status && (was === 'running' || was === 'undoing') && !isBusy(status)) {
      refresh('imports')
      void client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'imports' && queryKey[1] !== 'GET /imports/{id}',
      })
    }
  }, [status, client, refresh])
  return query
}
