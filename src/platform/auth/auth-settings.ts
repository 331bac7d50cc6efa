export const passwordLength = { min: 10, max: 128 } as const
export const sessionSeconds = 30 * 24 * 3600

/** Carries the client's address, as our HTTP server judged it, into better-auth; never read from a request. */
export const addressHeader = 'x-rapport-address'
