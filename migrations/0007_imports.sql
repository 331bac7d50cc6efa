-- One row a record: later changes by the same import keep what the first one overwrote.
create unique index import_changes_record_key on import_changes (workspace_id, import_id, object, record_id);

-- Rows that were imported although a value of theirs was left out stand here too.
alter table import_errors add column is_refused boolean not null default true;
