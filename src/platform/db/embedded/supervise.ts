import { setTimeout as sleep } from 'node:timers/promises'
import { findPostmaster, launch, type Server, type Setup, stopPostmaster } from './postmaster.ts'

/** Starts the server again whenever it ends without being asked to. */
export function supervise(setup: Setup, first: Server): { stop(): Promise<void> } {
  let stopping = false
  let settled = false

  async function keepRunning(): Promise<void> {
    let server: Server | undefined = first
    while (server) {
      await server.exited
      if (!stopping) setup.log('PostgreSQL stopped unexpectedly; starting it again …')
      server = await startAgain()
    }
  }

  async function startAgain(): Promise<Server | undefined> {
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, 5_000)) {
      try {
        const server = await launch(setup)
        if (!stopping) setup.log('PostgreSQL is back.')
        return server
      } catch (error) {
        if (!stopping) setup.log((error as Error).message)
        await sleep(pause, undefined, { ref: false })
      }
    }
    return undefined
  }

  const running = keepRunning().finally(() => (settled = true))

  async function stop(): Promise<void> {
    stopping = true
    // A server that is being started at this very moment has no process to stop yet; it is found the next time round.
    while (!settled) {
      const pid = findPostmaster(setup.location.data)
      if (pid !== undefined) await stopPostmaster(pid, 60_000)
      await Promise.race([running, sleep(20)])
    }
  }

  return { stop }
}
