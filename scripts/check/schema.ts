import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The rules under which one schema serves plain PostgreSQL today and a cluster tomorrow (docs/decisions): checked on the
 * text of every migration. Prints each fault with its number.
 */
const folder = join(import.meta.dirname, '../../migrations')
const faults: string[] = []
const tenant = new Set<string>()
const local = new Set<string>()
const names = readdirSync(folder)
  .filter(file => file.endsWith('.sql'))
  .sort()

names.forEach((name, index) => {
  const number = Number(name.slice(0, 4))
  if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name)) faults.push(`${name}: migrations are named 0001_what_it_does.sql`)
  if (number !== index + 1) faults.push(`${name}: numbers follow each other without gaps`)
  const sql = readFileSync(join(folder, name), 'utf8')
    .replace(/--[^\n]*/g, '')
    .toLowerCase()
  for (const statement of sql
    .split(';')
    .map(text => text.trim())
    .filter(Boolean))
    check(name, statement)
})

for (const fault of faults) console.log(fault)
if (faults.length > 0 || tenant.size === 0) process.exitCode = 1

function check(file: string, sql: string): void {
  const table = /^create table (?:if not exists )?(\w+) \(([\s\S]*)\)/.exec(sql)
  if (table) checkTable(file, table[1]!, table[2]!)
  const index =
    /^create unique index (?:concurrently )?(?:if not exists )?(\w+) on (\w+)(?: using \w+)? \((.*?)\)(?: where|$)/s.exec(
      sql,
    )
  if (index && tenant.has(index[2]!) && !index[3]!.startsWith('workspace_id'))
    faults.push(`${file}: rule 1: ${index[1]} must lead with workspace_id`)
  if (/^create (or replace )?(constraint )?trigger/.test(sql)) faults.push(`${file}: rule 5: no triggers`)
  if (/on delete set (null|default)/.test(sql)) faults.push(`${file}: rule 4: no on delete set null or default`)
  if (/\bexclude (using|\()/.test(sql)) faults.push(`${file}: rule 10: no exclusion constraints`)
  if (/\binherits\b|^create (or replace )?rule\b/.test(sql))
    faults.push(`${file}: rule 10: no inheritance and no updatable views`)
  if (/row level security|^create policy/.test(sql))
    faults.push(`${file}: rule 12: row-level security is not the tenant wall`)
  if (/^(update|insert)\b/.test(sql) && /gen_random_uuid|clock_timestamp|random\(\)/.test(sql))
    faults.push(`${file}: rule 6: no volatile functions in a write`)
  if (/^alter table .* add constraint .* foreign key/s.test(sql))
    checkReferences(file, /alter table (?:if exists )?(\w+)/.exec(sql)![1]!, sql)
  if (
    /^(drop table|alter table .* drop column|alter table .* rename|alter table .* alter column .* type)/s.test(sql) &&
    !/^\s*-- contract/.test(sql)
  ) {
    faults.push(`${file}: expand, then contract: “${sql.slice(0, 60)}” would break the version that is still running`)
  }
}

function checkTable(file: string, name: string, body: string): void {
  const key = /constraint (\w+) primary key \(([^)]*)\)/.exec(body)
  if (!key) {
    faults.push(`${file}: ${name} has no named primary key`)
    return
  }
  const isTenant = key[2]!.startsWith('workspace_id')
  ;(isTenant ? tenant : local).add(name)
  if (
    !isTenant &&
    /^\s*workspace_id uuid not null/m.test(body) &&
    !/(_hashes|_slugs|^collect_keys|^sessions)$/.test(name)
  )
    faults.push(`${file}: rule 1: ${name} has a workspace_id, so its primary key leads with it`)
  for (const [, constraint, columns] of body.matchAll(/constraint (\w+) unique \(([^)]*)\)/g)) {
    if (isTenant && !columns!.startsWith('workspace_id'))
      faults.push(`${file}: rule 1: ${constraint} must lead with workspace_id`)
  }
  if (/^\s*(foreign key|unique|check) \(/m.test(body)) faults.push(`${file}: rule 2: name the constraints of ${name}`)
  if (isTenant && /default (gen_random_uuid|clock_timestamp|random)\(/.test(body))
    faults.push(`${file}: rule 6: the program makes the ids of ${name}`)
  checkReferences(file, name, body)
}

function checkReferences(file: string, from: string, body: string): void {
  for (const [text] of body.matchAll(/(constraint \w+ )?foreign key \([^)]*\) references \w+ \([^)]*\)/g)) {
    const [, named, columns, to, targets] =
      /(constraint \w+ )?foreign key \(([^)]*)\) references (\w+) \(([^)]*)\)/.exec(text)!
    if (!named) faults.push(`${file}: rule 2: the foreign key of ${from} to ${to} has no name`)
    if (tenant.has(from) !== tenant.has(to!))
      faults.push(`${file}: rule 3: ${from} and ${to} are not of the same kind (tenant or local)`)
    if (tenant.has(from) && (!columns!.startsWith('workspace_id') || !targets!.startsWith('workspace_id')))
      faults.push(`${file}: rule 2: the foreign key of ${from} to ${to} must lead with workspace_id`)
  }
}
