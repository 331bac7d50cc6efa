const write =
  /\b(?:insert\s+into|update|delete\s+from)\s+"?(?:sessions|users|members|team_members|teams|workspaces|api_keys|api_key_hashes)\b/i
let version = 0

/** Counts the changes that this process has made to who somebody is and what they may do. */
export function identityVersion(): number {
  return version
}

export function identityChanged(): void {
  version++
}

export function writesIdentity(sql: string): boolean {
  return write.test(sql)
}
