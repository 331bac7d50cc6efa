import { useCommand } from '../../../../ui/api/use-command.ts'
import { useProgress } from '../../../../ui/api/use-progress.ts'
import { cancelRun, listRuns, startJoin, startRun, type Run } from '../schema.ts'

const isUnderWay = ({ status }: Pick<Run, 'status'>) => status === 'waiting' || status === 'running'

/** The last run, followed while it is under way. */
export function useRuns() {
  const { data, isBusy } = useProgress(listRuns, { query: { limit: 1 } }, ({ items }) => items.some(isUnderWay))
  const starting = useCommand(startRun)
  const joining = useCommand(startJoin)
  const cancelling = useCommand(cancelRun)
  return {
    latest: data?.items[0],
    isBusy,
    begin: () => void starting.attempt({}),
    join: (probability: number) => joining.attempt({ body: { probability } }),
    cancel: (id: string) => void cancelling.attempt({ params: { id } }),
  }
}
