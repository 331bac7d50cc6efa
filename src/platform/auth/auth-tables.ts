import { columnName } from '../db/column-name.ts'

/** The names of better-auth's models and fields in our database. */
export const authTables = {
  user: { modelName: 'users', fields: columns('emailVerified', 'createdAt', 'updatedAt') },
  session: {
    modelName: 'sessions',
    fields: columns('userId', 'ipAddress', 'userAgent', 'expiresAt', 'createdAt', 'updatedAt'),
  },
  account: {
    modelName: 'accounts',
    fields: {
      ...columns('userId', 'providerId', 'accountId', 'accessToken', 'refreshToken', 'idToken'),
      ...columns('accessTokenExpiresAt', 'refreshTokenExpiresAt', 'createdAt', 'updatedAt'),
    },
  },
  verification: { modelName: 'verifications', fields: columns('expiresAt', 'createdAt', 'updatedAt') },
  twoFactor: {
    user: { fields: columns('twoFactorEnabled') },
    twoFactor: {
      modelName: 'two_factors',
      fields: columns('userId', 'backupCodes', 'failedVerificationCount', 'lockedUntil'),
    },
  },
  passkey: {
    passkey: {
      modelName: 'passkeys',
      fields: {
        ...columns('userId', 'publicKey', 'deviceType', 'backedUp', 'createdAt'),
        credentialID: 'credential_id',
      },
    },
  },
} as const

function columns<Name extends string>(...names: Name[]): Record<Name, string> {
  return Object.fromEntries(names.map(name => [name, columnName(name)])) as Record<Name, string>
}
