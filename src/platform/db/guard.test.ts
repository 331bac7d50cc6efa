import { describe, expect, test } from 'vitest'
import { findFault } from './guard.ts'

describe('the tenant guard lets pass', () => {
  test.each([
    'select 1',
    'select * from workspaces where id = $1',
    'select id from contacts where workspace_id = $1',
    'select "id" from "contacts" where "workspace_id" = $1 and "id" = $2',
    'select "c"."id" from "contacts" as "c" where "c"."workspace_id" = $1',
    'select c.id from contacts c left join companies co on co.workspace_id = c.workspace_id and co.id = c.company_id where c.workspace_id = $1',
    'select 1 from contacts c join handles h on (h.workspace_id, h.contact_id) = (c.workspace_id, c.id) where c.workspace_id = $1',
    'select 1 from contacts c join handles h using (workspace_id, id) where c.workspace_id = $1',
    'insert into contacts (workspace_id, id, name) values ($1, $2, $3) on conflict (workspace_id, id) do update set name = excluded.name',
    'insert into "tags" ("workspace_id", "id") values ($1, $2)',
    'insert into contact_facts (workspace_id, contact_id) select r.workspace_id, r.id from contacts r where r.workspace_id = $1',
    'update contacts set name = $2 where workspace_id = $1 and id = $3',
    'update handles h set deleted_at = null from contacts c where h.workspace_id = $1 and c.workspace_id = h.workspace_id and c.id = h.contact_id',
    'delete from notes where workspace_id = $1',
    'select id from contacts where workspace_id in ($1, $2)',
    'select id from contacts c where c.workspace_id = $1 and exists (select from notes n where n.workspace_id = c.workspace_id and n.contact_id = c.id)',
    "select 'delete from contacts'",
    'select id from contacts where workspace_id = $1 for update skip locked',
    'with x as (select id from contacts where workspace_id = $1) select * from x',
    'insert into audit_entries (workspace_id, id) values ($1, $2)',
    '/* forgets */ delete from audit_entries where workspace_id = $1 and at < $2',
  ])('%s', sql => expect(findFault(sql)).toBeNull())
})

describe('the tenant guard refuses', () => {
  test.each([
    'select id from contacts',
    'select workspace_id from contacts',
    'select id from contacts where id = $1',
    'select id from contacts -- where workspace_id = $1',
    "select id from contacts where name = 'workspace_id = 1'",
    'select c.id from contacts c join companies co on co.id = c.company_id where c.workspace_id = $1',
    'select c.id from contacts c, companies co where c.workspace_id = $1',
    'select id from contacts where workspace_id = $1 and exists (select from notes where contact_id = $2)',
    'select id from workspaces where id in (select company_id from contacts)',
    'insert into contacts (id, name) values ($1, $2)',
    'update contacts set name = $1 where id = $2',
    'update contacts set workspace_id = $1 where workspace_id = $2',
    'delete from notes',
    'delete from notes using contacts c where notes.workspace_id = $1',
    'select 1 from only contacts',
    'select 1 from public.contacts',
    'select 1 from "contacts"',
    'with x as (select id from contacts) select * from x where workspace_id = $1',
    'update audit_entries set detail = $2 where workspace_id = $1',
    'delete from audit_entries where workspace_id = $1',
    '/* forgets */ delete from audit_entries where at < $1',
    'select 1; /* forgets */ delete from audit_entries where workspace_id = $1',
  ])('%s', sql => expect(findFault(sql)).not.toBeNull())
})
