import { AppError } from '../../kernel/errors.ts'
import { permissions } from '../compose.ts'
import type { Command } from './command.ts'
import { makeOwnerKey } from './owner-key.ts'
import { withApp } from './with-app.ts'

export const apiKey: Command = {
  name: 'api-key',
  usage: '[--name NAME] [--scopes a:read,b:write] [--workspace ID]',
  about: 'Makes an API key of the oldest owner and prints it once.',
  options: { name: { type: 'string' }, scopes: { type: 'string' }, workspace: { type: 'string' } },
  help: [
    'Without --scopes the key may do all that an owner may.',
    'Without --workspace it is for the first workspace.',
  ],
  async run({ values }) {
    const scopes = typeof values.scopes === 'string' ? values.scopes.split(',') : [...permissions.keys()]
    const unknown = scopes.filter(scope => !permissions.has(scope as never))
    if (unknown.length > 0)
      throw new AppError(
        'invalid',
        `There is no permission ${unknown.join(', ')}. Use some of: ${[...permissions.keys()].sort().join(', ')}`,
      )
    await withApp(async app => {
      const name = typeof values.name === 'string' ? values.name : 'Made at the command line'
      const { workspaceName, key } = await makeOwnerKey(app, values.workspace, { name, scopes, expiresAt: null })
      console.error(`An API key for ${workspaceName}; it is shown only now:`)
      console.log(key)
    })
  },
}
