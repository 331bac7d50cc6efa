import type { Tenant } from '../../../../platform/db/database.ts'
import { updateRows } from '../../../../platform/db/row.ts'
import { tellLive } from '../../../../platform/events/live.ts'

export type Step = 'features' | 'blocking' | 'comparing' | 'learning' | 'saving' | 'joining'

export interface Progress {
  step(step: Step, total?: number): Promise<void>
  /** How much of the step is done; looks now and then whether the run was cancelled. */
  done(count: number): Promise<void>
}

/** A person cancelled the run. */
export class Cancelled extends Error {}

/** For work that nobody watches. */
export const silent: Progress = { step: async () => {}, done: async () => {} }

const toldEvery = 300

/** Writes how far a run is into its row, and stops it when it was cancelled or the process ends. */
export function progressOf(tenant: Tenant, runId: string, signal: AbortSignal): Progress {
  let toldAt = -Infinity
  const tell = async (changes: { step?: Step; done: number; total?: number }) => {
    signal.throwIfAborted()
    toldAt = performance.now()
    const run = { id: runId, status: 'running' }
    if ((await updateRows(tenant, 'identityRuns', run, changes)) === 0) throw new Cancelled()
    await tellLive(tenant, ['identity.progressed'], [runId])
  }
  return {
    step: (step, total = 0) => tell({ step, done: 0, total }),
    done: async count => {
      if (performance.now() - toldAt > toldEvery) await tell({ done: count })
    },
  }
}
