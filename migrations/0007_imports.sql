-- One row a record: later changes by the same import keep what the first one overwrote.
create unique index import_changes_record_key on import_changes (workspace_id, import_id, object, record_id);

-- Rows that were imported although a value of theirs was left out stand here too.
alter table import_errors add column is_refused boolean not null default true;

-- Deleting a contact or company looks for what still refers to it, deleted rows too: these indexes hold them all.
drop index contacts_company_idx;
create index contacts_company_idx on contacts (workspace_id, company_id, sort_name, id);
drop index orders_contact_idx;
create index orders_contact_idx on orders (workspace_id, contact_id, placed_at desc, id desc);
drop index orders_company_idx;
create index orders_company_idx on orders (workspace_id, company_id, placed_at desc, id desc);
drop index returns_contact_idx;
create index returns_contact_idx on returns (workspace_id, contact_id, returned_at desc, id desc);
drop index returns_company_idx;
create index returns_company_idx on returns (workspace_id, company_id, returned_at desc, id desc);
