type Options = Record<string, unknown>

interface CreationJson {
  parseCreationOptionsFromJSON?: (options: Options) => PublicKeyCredentialCreationOptions
}

/** Whether this browser can make a passkey. */
export function canMakePasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseCreationOptionsFromJSON' in PublicKeyCredential
}

/** Lets the device make a passkey; null when the person turns it down. */
export async function makePasskey(options: Options): Promise<Record<string, unknown> | null> {
  const publicKey = (PublicKeyCredential as unknown as Required<CreationJson>).parseCreationOptionsFromJSON(options)
  try {
    const credential = await navigator.credentials.create({ publicKey })
    return credential === null
      ? null
      : ((credential as PublicKeyCredential).toJSON() as unknown as Record<string, unknown>)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return null
    throw error
  }
}
