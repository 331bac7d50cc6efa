/** Opens the app anew as whoever is signed in now, at the page that was asked for. Other sites' addresses are not followed. */
export function goIn(): void {
  const wanted = new URLSearchParams(location.search).get('to') ?? '/'
  const target = URL.canParse(wanted, location.origin) ? new URL(wanted, location.origin) : null
  location.assign(target?.origin === location.origin ? target.href : '/')
}
