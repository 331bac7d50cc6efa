import { AppError } from '../../kernel/errors.ts'
import type { Command } from './command.ts'

export const importFile: Command = {
  name: 'import',
  usage: 'FILE [--object contacts] [--dry-run] [--yes]',
  about: 'Imports a CSV or vCard file.',
  async run() {
    throw new AppError('unavailable', 'Import files in the app, under Imports, until this command is there.')
  },
}
