-- A name that nobody gave is a text that says so, worded for each reader (decision 19), instead of English that a customer
-- may really be called. What stands for a text that was erased likewise.

create temporary table unnamed on commit drop as
select c.workspace_id, c.id,
  case
    when c.erased_at is not null and c.name = 'Erased person' then '{"group":"contacts.name","key":"erased"}'
    when c.name = 'No name' then '{"group":"contacts.name","key":"none"}'
    when c.name like 'Visitor %' then '{"group":"contacts.name","key":"visitor","params":{"sign":"' || substr(c.name, 9) || '"}}'
    else '{"group":"contacts.name","key":"customer","params":{"number":' || to_json(substr(c.name, 10))::text || '}}'
  end as name
from contacts c
where c.first_name is null and c.last_name is null and (
  c.name = 'No name'
  or c.erased_at is not null and c.name = 'Erased person'
  or c.name ~ '^Visitor [0-9a-f]{4}$' and exists (
    select from handles h where h.workspace_id = c.workspace_id and h.contact_id = c.id and h.kind = 'device')
  or c.name like 'Customer %' and exists (
    select from handles h where h.workspace_id = c.workspace_id and h.contact_id = c.id and h.kind = 'external'
      and substr(h.normal, strpos(h.normal, ':') + 1) = substr(c.name, 10)));

-- What a survivor of merges has of itself, and was last shown with, as its row.
update merge_values v set own = jsonb_set(v.own, '{name,name}', to_jsonb(u.name)) from unnamed u join contacts c on c.workspace_id = u.workspace_id and c.id = u.id
where v.workspace_id = u.workspace_id and v.contact_id = u.id and v.own #>> '{name,name}' = c.name;
update merge_values v set shown = jsonb_set(v.shown, '{name,name}', to_jsonb(u.name)) from unnamed u join contacts c on c.workspace_id = u.workspace_id and c.id = u.id
where v.workspace_id = u.workspace_id and v.contact_id = u.id and v.shown #>> '{name,name}' = c.name;
update merge_values v set own = jsonb_set(v.own, '{name,name}',
  to_jsonb('{"group":"contacts.name","key":"visitor","params":{"sign":"' || substr(v.own #>> '{name,name}', 9) || '"}}'))
where v.own #>> '{name,name}' ~ '^Visitor [0-9a-f]{4}$' and v.own #>> '{name,firstName}' is null and v.own #>> '{name,lastName}' is null;

update contacts c set name = u.name, sort_name = U&'\+10FFFD' || lower(c.name) from unnamed u
where c.workspace_id = u.workspace_id and c.id = u.id;

update companies c set name = '{"group":"companies.name","key":"none"}', sort_name = U&'\+10FFFD' || 'no name'
where c.name = 'No name' and c.domain is null and c.source_id is null;

update tasks t set title = '{"group":"platform.personal-data","key":"erased"}' from contacts c
where t.title = 'Erased' and t.body is null and c.workspace_id = t.workspace_id and c.id = t.contact_id and c.erased_at is not null;
update order_items set name = '{"group":"platform.personal-data","key":"erased"}' where name = '[erased]';
update files set name = '{"group":"platform.personal-data","key":"erased"}' where name = 'erased' and deleted_at is not null;
update imports set file_name = '{"group":"platform.personal-data","key":"erased"}' where file_name = 'erased';
update outgoing_mail set subject = '{"group":"platform.personal-data","key":"erased"}' where subject = '[erased]';
update parked_events set error = '{"group":"platform.personal-data","key":"erased"}' where error = 'Erased';
update privacy_requests set asked_by = '{"group":"contacts.name","key":"erased"}' where asked_by = 'Erased person' and email is null;
update privacy_requests set identity_check = '{"group":"privacy.personal-data","key":"checked"}' where identity_check = 'Checked' and email is null;
