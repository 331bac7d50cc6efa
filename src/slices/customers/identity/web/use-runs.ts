import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useCommand, useRefresh } from '../../../../ui/api/use-command.ts'
import { endpointQuery } from '../../../../ui/api/use-endpoint.ts'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { cancelRun, listRuns, startJoin, startRun, type Run } from '../schema.ts'

/** How often progress is asked for. */
const pace = 500

export const isUnderWay = ({ status }: Pick<Run, 'status'>) => status === 'waiting' || status === 'running'

/** The last run, followed while it is under way; what it changes is refreshed when it is through. */
export function useRuns() {
  const refresh = useRefresh()
  const attempt = useAttempt()
  const { data } = useQuery({
    ...endpointQuery(listRuns, { query: { limit: 1 } }),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? pace : false),
  })
  const latest = data?.items[0]
  const isBusy = latest !== undefined && isUnderWay(latest)
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !isBusy) refresh('identity')
    was.current = isBusy
  }, [isBusy, refresh])
  const starting = useCommand(startRun)
  const joining = useCommand(startJoin)
  const cancelling = useCommand(cancelRun)
  return {
    latest,
    isBusy,
    begin: () => void attempt(starting.run({})),
    join: (probability: number) => attempt(joining.run({ body: { probability } })),
    cancel: (id: string) => void attempt(cancelling.run({ params: { id } })),
  }
}
