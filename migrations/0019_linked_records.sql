-- The record that a note, a task or a file is written on, where that is more than its customer: an order, a product.
-- Which kinds there are is what manifests say, so the id may be one of any table, also of one that comes later: a foreign
-- key, which names one table, is not possible. Whoever writes the pair asks whether the record is there and may be seen;
-- who takes records away for good asks what hangs on them before.
alter table notes add column subject_kind text, add column subject_id uuid,
  add constraint notes_subject_check check ((subject_kind is null) = (subject_id is null));
alter table tasks add column subject_kind text, add column subject_id uuid,
  add constraint tasks_subject_check check ((subject_kind is null) = (subject_id is null));
alter table files add column subject_kind text, add column subject_id uuid,
  add constraint files_subject_check check ((subject_kind is null) = (subject_id is null));
create index notes_subject_idx on notes (workspace_id, subject_id, created_at desc, id desc) where subject_id is not null;
create index tasks_subject_idx on tasks (workspace_id, subject_id, created_at desc, id desc) where subject_id is not null;
create index files_subject_idx on files (workspace_id, subject_id, created_at desc, id desc) where subject_id is not null;

-- That record's id in the events of what hangs on it, for its timeline. Nothing is rewritten; the index begins empty.
alter table events add column linked_id uuid;
create index events_linked_idx on events (workspace_id, linked_id, occurred_at desc, id desc) where linked_id is not null;

-- A file whose bytes have not all come in has no hash.
alter table files alter column sha256 set default '';
