import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { apiKeyPrefix, newApiKey } from '../../platform/auth/api-key.ts'
import { hashKey } from '../../platform/crypto/hash.ts'
import { inTransaction } from '../../platform/db/database.ts'
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
      let find = app.db.selectFrom('workspaces').select(['id', 'name'])
      if (typeof values.workspace === 'string') find = find.where('id', '=', values.workspace)
      const workspace = await find.orderBy('createdAt').orderBy('id').executeTakeFirst()
      if (!workspace) throw new AppError('not-found', 'There is no such workspace. Start the app once first.')
      const owner = await app.db
        .selectFrom('members')
        .select('id')
        .where('workspaceId', '=', workspace.id)
        .where('role', '=', 'owner')
        .where('removedAt', 'is', null)
        .orderBy('createdAt')
        .executeTakeFirstOrThrow()
      const [id, key] = [newId(), newApiKey()]
      await inTransaction(app.db, async tx => {
        const name = typeof values.name === 'string' ? values.name : 'Made at the command line'
        await tx
          .insertInto('apiKeys')
          .values({ workspaceId: workspace.id, id, name, prefix: apiKeyPrefix(key), scopes, createdBy: owner.id })
          .execute()
        await tx
          .insertInto('apiKeyHashes')
          .values({ hash: hashKey(key), workspaceId: workspace.id, apiKeyId: id })
          .execute()
      })
      console.error(`An API key for ${workspace.name}; it is shown only now:`)
      console.log(key)
    })
  },
}
