type Json = Record<string, unknown>

interface Readers {
  parseCreationOptionsFromJSON?: (options: Json) => PublicKeyCredentialCreationOptions
  parseRequestOptionsFromJSON?: (options: Json) => PublicKeyCredentialRequestOptions
}

const canRead = (reader: keyof Readers) => typeof PublicKeyCredential !== 'undefined' && reader in PublicKeyCredential
const readers = () => PublicKeyCredential as unknown as Required<Readers>

/** Whether this browser can sign in with a passkey. */
export const canUsePasskeys = () => canRead('parseRequestOptionsFromJSON')
/** Whether this browser can make a passkey. */
export const canMakePasskeys = () => canRead('parseCreationOptionsFromJSON')

/** Asks the person for a passkey; null when they turn it down. */
export function askForPasskey(options: Json): Promise<Json | null> {
  return answerOf(() => navigator.credentials.get({ publicKey: readers().parseRequestOptionsFromJSON(options) }))
}

/** Lets the device make a passkey; null when the person turns it down. */
export function makePasskey(options: Json): Promise<Json | null> {
  return answerOf(() => navigator.credentials.create({ publicKey: readers().parseCreationOptionsFromJSON(options) }))
}

async function answerOf(ask: () => Promise<Credential | null>): Promise<Json | null> {
  try {
    const credential = await ask()
    return credential && ((credential as PublicKeyCredential).toJSON() as unknown as Json)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return null
    throw error
  }
}
