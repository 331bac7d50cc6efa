import { createServer } from 'node:net'
import { AppError } from '../../kernel/errors.ts'
import { atPort, type Config } from '../config.ts'

/** The configuration at a port that is free now: the set one, or the first from the default on. */
export async function choosePort(config: Config): Promise<Config> {
  const last = config.isPortFixed ? config.port : config.port + 100
  for (let port = config.port; port <= last; port++) {
    const free = await listenOnce(config.host, port)
    if (free !== null) return atPort(config, free)
  }
  throw new AppError(
    'unavailable',
    config.isPortFixed
      ? `The port ${config.port} of ${config.host} is taken. Stop the program that uses it, or set PORT to another.`
      : `The ports ${config.port} to ${last} of ${config.host} are all taken. Set PORT to a free one.`,
  )
}

/** The port when it is free (port 0 gives any free one), null when it is taken. */
function listenOnce(host: string, port: number): Promise<number | null> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(null)
      else
        fail(
          new AppError('unavailable', `Rapport cannot listen at ${host}:${port} (${error.code}). Check HOST and PORT.`),
        )
    })
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : port))
    })
  })
}
