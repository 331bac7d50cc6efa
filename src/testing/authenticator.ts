import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

type Cbor = number | string | Buffer | Map<number | string, Cbor>

/** The part of CBOR (RFC 8949) that WebAuthn needs. */
function cbor(value: Cbor): Buffer {
  const head = (major: number, size: number) =>
    size < 24
      ? Buffer.from([(major << 5) | size])
      : size < 256
        ? Buffer.from([(major << 5) | 24, size])
        : Buffer.from([(major << 5) | 25, size >> 8, size & 255])
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])])
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const text = (data: Buffer) => data.toString('base64url')

export interface AuthenticatorOptions {
  origin: string
  /** False: the device did not ask for a finger, face or PIN. */
  verifiesUser?: boolean
}

/** A device with one ES256 passkey, answering as a browser would. */
export class Authenticator {
  readonly #origin: string
  readonly #rpId: string
  readonly #flags: number
  readonly #id = randomBytes(32)
  readonly #privateKey: KeyObject
  readonly #publicKey: Buffer
  #counter = 0

  constructor({ origin, verifiesUser = true }: AuthenticatorOptions) {
    this.#origin = origin
    this.#rpId = new URL(origin).hostname
    this.#flags = verifiesUser ? 0b101 : 0b001
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#privateKey = privateKey
    const { x, y } = publicKey.export({ format: 'jwk' })
    this.#publicKey = cbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x!, 'base64url')],
        [-3, Buffer.from(y!, 'base64url')],
      ]),
    )
  }

  /** Answers `navigator.credentials.create`. */
  register({ challenge }: { challenge?: unknown }): Record<string, unknown> {
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.#id.length]), this.#id, this.#publicKey])
    const authData = Buffer.concat([this.#authenticatorData(this.#flags | 0b1000000), attested])
    const attestationObject = cbor(
      new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    )
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', challenge),
      attestationObject: text(attestationObject),
      transports: ['internal'],
    })
  }

  /** Answers `navigator.credentials.get`. */
  authenticate({ challenge }: { challenge?: unknown }): Record<string, unknown> {
    this.#counter++
    const authenticatorData = this.#authenticatorData(this.#flags)
    const clientDataJSON = this.#clientData('webauthn.get', challenge)
    const signature = sign(
      'sha256',
      Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, 'base64url'))]),
      this.#privateKey,
    )
    return this.#answer({ clientDataJSON, authenticatorData: text(authenticatorData), signature: text(signature) })
  }

  #authenticatorData(flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.#counter)
    return Buffer.concat([sha256(this.#rpId), Buffer.from([flags]), counter])
  }

  #clientData(type: string, challenge: unknown): string {
    return text(Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false })))
  }

  #answer(response: Record<string, unknown>): Record<string, unknown> {
    const id = text(this.#id)
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }
}
