import { describe, expect, test } from 'vitest'
import { isBoundBySecondReading } from '../../../testing/second-reading.ts'
import { acrossWorkspaces, findFault } from './guard.ts'

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
    "select 1 from contacts where workspace_id = $1::uuid and name = $$where it's;$$ and source = e'it\\'s'",
    'select 1 from contacts where (workspace_id = $1 and (id = $2 or id = $3))',
    'select 1 from contacts where id = $2 and workspace_id = any($1::uuid[])',
    'select 1 from contacts where created_at between $2 and $3 and workspace_id = $1',
    'select 1 from contacts where (workspace_id, id) in (($1, $2), ($1, $3))',
    'select 1 from contacts where (workspace_id, id) in (select n.workspace_id, n.contact_id from notes n where n.workspace_id = $1)',
    'select 1 from contacts c where c.workspace_id = (select $1::uuid)',
    'select 1 from contacts c join unnest($1::uuid[], $2::uuid[]) as g (workspace_id, id) on g.workspace_id = c.workspace_id',
    'select 1 from notes n join (values ($1::uuid, $2::uuid)) as g (w, id) on (n.workspace_id, n.id) = (g.w, g.id)',
    'select 1 from (contacts c join handles h on h.workspace_id = c.workspace_id) where c.workspace_id = $1',
    'select 1 from notes n right join contacts c on n.workspace_id = c.workspace_id where c.workspace_id = $1',
    'select 1 from contacts c, lateral (select n.id from notes n where n.workspace_id = c.workspace_id) x where c.workspace_id = $1',
    'select x.id from (select * from contacts c where c.workspace_id = $1) x join notes n on n.workspace_id = x.workspace_id',
    'select 1 from sessions s join members m on m.workspace_id = s.workspace_id where s.token = $1',
    'select 1 from workspaces w join members m on m.workspace_id = w.id where w.id = $1',
    'with c as (select workspace_id as w from contacts where workspace_id = $1) select 1 from notes n join c on n.workspace_id = c.w',
    'with recursive up as (select c.workspace_id, c.parent_id from companies c where c.workspace_id = $1 union all select c.workspace_id, c.parent_id from companies c join up on c.workspace_id = up.workspace_id and c.id = up.parent_id) select 1 from up',
    'with gone as (delete from notes where workspace_id = $1 returning workspace_id, id) select 1 from files f join gone on f.workspace_id = gone.workspace_id',
    'with contacts as (select $1::uuid as id) select id from contacts',
    'select id from contacts where workspace_id = $1 union all select id from companies where workspace_id = $1 order by id limit 3',
    'insert into notes (id, workspace_id) select i.id, $1 from (select $2::uuid as id) i union all select $3, $1',
    'insert into notes (workspace_id, id) select t.workspace_id, t.id from tasks t where t.workspace_id = $1 returning workspace_id',
    'update contacts set (name, version) = ($2, 3) where workspace_id = $1',
    'create temp table found on commit drop as select id from contacts where workspace_id = $1',
    'declare rows no scroll cursor for select id from contacts where workspace_id = $1',
    'explain (analyze) select id from contacts where workspace_id = $1',
  ])('%s', sql => {
    expect(findFault(sql)).toBeNull()
    expect(isBoundBySecondReading(sql)).toBe(true)
  })
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
    'select * from contacts c join companies co on co.workspace_id = c.workspace_id',
    'select * from contacts c where c.workspace_id = c.workspace_id',
    'select * from contacts where workspace_id = $1 or true',
    'select * from contacts where id = $2 and workspace_id = $1 or name = $3',
    'select * from contacts where (workspace_id = $1 or true) and id = $2',
    'select workspace_id = $1 from contacts',
    'select id from contacts order by workspace_id = $1',
    'select id from contacts group by workspace_id having workspace_id = $1',
    'select count(*) filter (where workspace_id = $1) from contacts',
    'select id from contacts where not (workspace_id = $1)',
    'select id from contacts where not workspace_id = $1',
    'select id from contacts where (workspace_id = $1) is not true',
    'select id from contacts where (workspace_id = $1) = false',
    'select id from contacts where workspace_id <> $1',
    'select id from contacts where workspace_id >= $1',
    'select id from contacts where workspace_id not in ($1)',
    'select id from contacts where workspace_id in ($1, id)',
    'select id from contacts where workspace_id <> all($1)',
    'select id from contacts where workspace_id = $1 is false',
    'select id from contacts where workspace_id is not distinct from workspace_id',
    'select id from contacts where case when workspace_id = $1 then true else true end',
    'select id from contacts where coalesce(workspace_id = $1, true)',
    'select id from contacts where $2 between workspace_id and workspace_id = $1',
    "select id from contacts where workspace_id = '01890000-0000-7000-8000-000000000000'",
    'select id from contacts where left(workspace_id::text, 1) = $1',
    'select id from contacts where workspace_id::text::varchar(1) = $1',
    'select id from contacts where workspace_id = coalesce($1, workspace_id)',
    'select id from contacts where workspace_id = (select workspace_id from contacts limit 1)',
    'select id from contacts where workspace_id in (select id from workspaces)',
    'select id from contacts where workspace_id = any(select id from workspaces)',
    'select id from contacts where exists (select from notes n where n.workspace_id = $1)',
    'select id from contacts c where exists (select from notes n where n.workspace_id = $1 and c.workspace_id = n.workspace_id)',
    'select id from contacts c where exists (select where c.workspace_id = $1) or true',
    'select c.id from contacts c left join companies co on co.workspace_id = $1 and co.workspace_id = c.workspace_id',
    'select c.id from contacts c left join companies co on c.workspace_id = $1 and co.workspace_id = c.workspace_id',
    'select c.id from contacts c full join companies co on co.workspace_id = c.workspace_id and c.workspace_id = $1',
    'select c.id from contacts c full join companies co using (workspace_id) where c.workspace_id = $1',
    'select c.id from contacts c right join companies co on c.workspace_id = $1 and co.workspace_id = $1',
    'select c.id from contacts c natural join companies co where c.workspace_id = $1',
    'select c.id from contacts c cross join companies co where c.workspace_id = $1',
    'select c.id from contacts c join companies co using (id) where c.workspace_id = $1',
    'select c.id from contacts c join companies co on (co.workspace_id, co.id) = (c.id, c.workspace_id) where c.workspace_id = $1',
    'select c.id from contacts c join (select id from notes) n on n.id = c.id where c.workspace_id = $1',
    'select c.id from contacts c, lateral (select c.workspace_id as w) x where c.workspace_id = x.w',
    'select c.id from contacts c, lateral (select n.workspace_id as w from notes n where n.workspace_id = c.workspace_id) x where x.w = c.workspace_id',
    'select 1 from notes n join (select c.workspace_id from contacts c where c.workspace_id = $1 union all select w.id from workspaces w) x on x.workspace_id = n.workspace_id',
    'select 1 from notes n join (values ($1::uuid), (gen_random_uuid())) x (w) on n.workspace_id = x.w',
    'select 1 from workspaces w join members m on m.workspace_id = w.id',
    'select 1 from sessions s join members m on m.workspace_id = s.workspace_id',
    'with a as (select * from contacts c) select * from a c where c.workspace_id = $1',
    'with a as (select * from contacts c) select * from notes n join a on a.workspace_id = n.workspace_id',
    'with contacts as (select * from contacts) select * from contacts where workspace_id = $1',
    'with a as (select id from contacts where workspace_id = $1) select id from public.contacts',
    'with recursive up as (select c.workspace_id, c.id from contacts c where c.workspace_id = $1 union all select w.id, c.id from workspaces w join up on true join contacts c on c.workspace_id = up.workspace_id) select 1 from up',
    'with gone as (delete from notes returning *) select 1 from gone where workspace_id = $1',
    'select id from contacts where workspace_id = $1 union select id from companies',
    '(select id from contacts) union (select id from companies where workspace_id = $1)',
    'select 1 as where, id from contacts',
    'select "where", "workspace_id" from contacts',
    'select id from /* where workspace_id = $1 */ contacts',
    'select id from contacts /* /* nested */ where workspace_id = $1 */',
    "select id from contacts where name = e'it\\' and workspace_id = $1 --'",
    'select id from contacts where name = $a$ and workspace_id = $1 $a$',
    'select id from u&"\\0063ontacts"',
    'select id from "public"."contacts" as "workspace_id"',
    'select (select count(*) from contacts)',
    'select array(select id from contacts)',
    'select * from unnest(array(select id from contacts)) as g where $1 = $1',
    'select id from contacts tablesample system (1)',
    'select id from contacts limit (select 1 from notes where workspace_id = $1)',
    'values ((select id from contacts limit 1))',
    'insert into notes (workspace_id, id) values ($1, $2), (gen_random_uuid(), $3)',
    'insert into notes (id, workspace_id) select n.workspace_id, n.id from notes n where n.workspace_id = $1',
    'insert into notes select * from notes n where n.workspace_id = $1',
    'insert into notes values ($1, $2)',
    'insert into notes default values',
    'insert into notes (workspace_id, id) select c.workspace_id, c.id from contacts c',
    'insert into notes (workspace_id, id) values ($1, $2) on conflict (workspace_id, id) do update set workspace_id = $3',
    'insert into notes (workspace_id, id) values ($1, $2) returning (select count(*) from contacts)',
    'update contacts set name = $1',
    'update contacts c set name = n.body from notes n where n.workspace_id = $1',
    'update contacts c set name = n.body from notes n where c.workspace_id = $1 and n.contact_id = c.id',
    'update contacts set (name, workspace_id) = ($1, $2) where workspace_id = $3',
    'update only contacts set name = (select name from companies limit 1) where workspace_id = $1',
    'delete from contacts c using workspaces w where c.workspace_id = w.id',
    'delete from contacts where workspace_id = $1 or id = $2 returning *',
    'create temp table found as select id from contacts',
    'declare rows cursor for select id from contacts',
    'explain analyze delete from contacts',
    'select 1; delete from contacts',
  ])('%s', sql => {
    expect(findFault(sql)).not.toBeNull()
    expect(isBoundBySecondReading(sql)).toBe(false)
  })
})

describe('the tenant guard refuses what is no query', () => {
  test.each([
    'table contacts',
    'select 1 union table contacts',
    'select 1 from (table contacts) c where workspace_id = $1',
    'truncate contacts',
    'truncate only public.contacts cascade',
    'copy contacts to stdout',
    'copy (select * from contacts) to stdout',
    'copy contacts from stdin',
    'lock table contacts in share mode',
    'merge into contacts c using notes n on c.id = n.contact_id when matched then delete',
    'with n as (select 1) merge into contacts c using n on true when matched then delete',
    'create table found as select id from contacts where workspace_id = $1',
    'create view found as select id from contacts',
    'create temp view contacts as select 1',
    'alter table contacts add column x text',
    'drop table contacts',
    'do $$ begin delete from contacts; end $$',
    'prepare p as delete from contacts',
    'execute p',
    'call p()',
    "select 'open",
    'select 1 /* open',
    'select (1',
    'select 1)',
  ])('%s', sql => expect(findFault(sql)).not.toBeNull())
})

test('the tenant guard lets pass what reads no rows', () => {
  for (const sql of [
    'analyze contacts',
    'vacuum contacts',
    'begin',
    'commit',
    "set local lock_timeout = '2s'",
    '',
    ';',
  ])
    expect(findFault(sql)).toBeNull()
})

test('only a statement that says so reads across workspaces', () => {
  const sql = 'select w.id from members m join workspaces w on w.id = m.workspace_id where m.user_id = $1'
  expect(findFault(sql)).not.toBeNull()
  expect(findFault(`${acrossWorkspaces} ${sql}`)).toBeNull()
  expect(findFault(`${acrossWorkspaces} table members`)).not.toBeNull()
})

test('rows of an append-only table are changed and deleted by what forgets alone', () => {
  const appendOnly = new Set(['audit_entries'])
  const fault = (sql: string) => findFault(sql, appendOnly)
  expect(fault('insert into audit_entries (workspace_id, id) values ($1, $2)')).toBeNull()
  expect(fault('/* forgets */ delete from audit_entries where workspace_id = $1 and at < $2')).toBeNull()
  for (const sql of [
    'update audit_entries set detail = $2 where workspace_id = $1',
    'update only public.audit_entries a set detail = $2 where workspace_id = $1',
    'delete from audit_entries where workspace_id = $1',
    'with x as (delete from audit_entries where workspace_id = $1 returning id) select id from x',
    'insert into audit_entries (workspace_id, id) values ($1, $2) on conflict (workspace_id, id) do update set detail = $3',
    '/* forgets */ delete from audit_entries where at < $1',
    'select 1; /* forgets */ delete from audit_entries where workspace_id = $1',
  ])
    expect(fault(sql), sql).not.toBeNull()
})
