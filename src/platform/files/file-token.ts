import { readToken, signToken } from '../crypto/sign.ts'

const purpose = 'file'

export interface FileReference {
  workspaceId: string
  fileId: string
}

/** The token of a link that opens one file, without sign-in, until `expiresAt`. */
export function signFileToken(secret: string, { workspaceId, fileId }: FileReference, expiresAt: Date): string {
  return signToken(secret, purpose, { workspaceId, fileId }, expiresAt)
}

export function readFileToken(secret: string, token: string, now: Date): FileReference | null {
  return readToken<FileReference>(secret, purpose, token, now)
}
