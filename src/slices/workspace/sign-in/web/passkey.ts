type Options = Record<string, unknown>

interface CredentialJson {
  parseRequestOptionsFromJSON?: (options: Options) => PublicKeyCredentialRequestOptions
}

/** Whether this browser can sign in with a passkey. */
export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
}

/** Asks the person for a passkey; null when they turn it down. */
export async function askForPasskey(options: Options): Promise<Record<string, unknown> | null> {
  const publicKey = (PublicKeyCredential as unknown as Required<CredentialJson>).parseRequestOptionsFromJSON(options)
  try {
    const credential = await navigator.credentials.get({ publicKey })
    return credential === null
      ? null
      : ((credential as PublicKeyCredential).toJSON() as unknown as Record<string, unknown>)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return null
    throw error
  }
}
