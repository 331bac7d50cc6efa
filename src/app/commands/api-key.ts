import { AppError } from '../../kernel/errors.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { insertKey } from '../../slices/workspace/api-keys/public.ts'
import { findOwner } from '../../slices/workspace/members/public.ts'
import { permissions } from '../compose.ts'
import type { Command } from './command.ts'
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
      const owner = await findOwner(app.db, typeof values.workspace === 'string' ? values.workspace : undefined)
      if (!owner) throw new AppError('not-found', 'There is no such workspace. Start the app once first.')
      const name = typeof values.name === 'string' ? values.name : 'Made at the command line'
      const made = { name, scopes, createdBy: owner.memberId, createdAt: app.clock.now(), expiresAt: null }
      const { key } = await inTransaction(app, ({ db }) => insertKey({ db, workspaceId: owner.workspaceId }, made))
      console.error(`An API key for ${owner.workspaceName}; it is shown only now:`)
      console.log(key)
    })
  },
}
