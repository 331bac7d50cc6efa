import type { ParseArgsOptionsConfig } from 'node:util'

export interface Given {
  values: Record<string, string | boolean | undefined>
  positionals: string[]
}

/** One command of `npm run rapport -- <name>`. Returns the exit code; 0 when absent. */
export interface Command {
  name: string
  /** What stands after the name, e.g. `FILE [--force]`. */
  usage: string
  about: string
  options?: ParseArgsOptionsConfig
  /** Lines that explain the options. */
  help?: string[]
  run(given: Given): Promise<number | void>
}
