import type { Account } from './dataset.ts'

/** A session cookie for each account. */
export async function signInAll(origin: string, accounts: readonly Account[]): Promise<string[]> {
  const cookies: string[] = []
  for (const account of accounts) {
    const answer = await fetch(`${origin}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(account),
    })
    if (!answer.ok) throw new Error(`Sign-in answered ${answer.status}: ${await answer.text()}`)
    cookies.push(
      answer.headers
        .getSetCookie()
        .map(cookie => cookie.split(';')[0])
        .join('; '),
    )
  }
  return cookies
}
