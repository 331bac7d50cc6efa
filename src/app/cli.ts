import { parseArgs } from 'node:util'
import { AppError } from '../kernel/errors.ts'
import { apiKey } from './commands/api-key.ts'
import { backup } from './commands/backup.ts'
import type { Command } from './commands/command.ts'
import { demo } from './commands/demo.ts'
import { doctor } from './commands/doctor.ts'
import { importFile } from './commands/import.ts'
import { migrateDatabase } from './commands/migrate.ts'
import { rebuildFacts } from './commands/rebuild-facts.ts'
import { restore } from './commands/restore.ts'
import { start } from './commands/start.ts'
import { worker } from './commands/worker.ts'

const commands: Command[] = [
  start,
  worker,
  migrateDatabase,
  demo,
  importFile,
  apiKey,
  backup,
  restore,
  rebuildFacts,
  doctor,
]

/** Exit codes: 0 done, 1 it failed, 2 the command was not understood. */
async function main([name, ...args]: string[]): Promise<number> {
  const command = commands.find(candidate => candidate.name === name)
  if (command === undefined) {
    const isHelp = name === undefined || name === '--help' || name === 'help'
    ;(isHelp ? console.log : console.error)(isHelp ? overview() : `There is no command “${name}”.\n\n${overview()}`)
    return isHelp ? 0 : 2
  }
  let given
  try {
    given = parseArgs({
      args,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${helpOf(command)}`)
    return 2
  }
  if (given.values.help) {
    console.log(helpOf(command))
    return 0
  }
  return (await command.run(given as never)) ?? 0
}

function overview(): string {
  const width = Math.max(...commands.map(command => `${command.name} ${command.usage}`.length))
  return [
    'Usage: npm run rapport -- <command>',
    '',
    ...commands.map(command => `  ${`${command.name} ${command.usage}`.padEnd(width)}  ${command.about}`),
    '',
    'Each command explains itself with --help.',
  ].join('\n')
}

function helpOf(command: Command): string {
  return [
    `Usage: npm run rapport -- ${command.name} ${command.usage}`.trimEnd(),
    '',
    command.about,
    ...(command.help ? ['', ...command.help] : []),
  ].join('\n')
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code
  },
  error => {
    console.error(error instanceof AppError ? error.message : error)
    process.exitCode = 1
  },
)
