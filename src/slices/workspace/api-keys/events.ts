/** What API keys publish, and the data of each. */
export interface ApiKeyEvents {
  'api-key.created': { name: string; scopes: string[] }
  'api-key.revoked': Record<string, never>
}
