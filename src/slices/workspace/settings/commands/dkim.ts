import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { invalidField } from '../../../../kernel/errors.ts'
import { defineText } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { sealDkimKey, type WorkspaceMail } from '../../../../platform/mail/workspace-mail.ts'

const badKey = defineText('settings.dkim.dkimKey', 'Use an RSA key of at least 1024 bits in PEM, without a passphrase.')

type Dkim = NonNullable<WorkspaceMail['dkim']>

const makeKeyPair = promisify(generateKeyPair)

/** The key to sign with: the given one, else the one before for the same domain and selector, else a new one. */
export async function dkimOf(
  ctx: Ctx,
  before: Dkim | null,
  { domain, selector, privateKey }: { domain: string; selector: string; privateKey?: string | undefined },
): Promise<Dkim> {
  if (!privateKey && before?.domain === domain && before.selector === selector) return before
  const key = privateKey ? readKey(privateKey) : (await makeKeyPair('rsa', { modulusLength: 2048 })).privateKey
  return {
    domain,
    selector,
    privateKey: sealDkimKey(ctx.app, ctx.workspaceId, key.export({ type: 'pkcs8', format: 'pem' }).toString()),
    publicKey: createPublicKey(key.export({ type: 'pkcs8', format: 'pem' }))
      .export({ type: 'spki', format: 'der' })
      .toString('base64'),
  }
}

function readKey(text: string): KeyObject {
  const refusal = invalidField('dkim.privateKey', badKey)
  let key: KeyObject
  try {
    key = createPrivateKey(text)
  } catch {
    throw refusal
  }
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 1024) throw refusal
  return key
}
