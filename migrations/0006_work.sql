create table notes (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid,
  company_id uuid,
  body text not null,
  mention_ids uuid[] not null default '{}',
  is_pinned boolean not null default false,
  author_id uuid,
  source text,
  source_id text,
  import_id uuid,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint notes_pkey primary key (workspace_id, id),
  constraint notes_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
  constraint notes_company_fkey foreign key (workspace_id, company_id) references companies (workspace_id, id)
);
create unique index notes_source_key on notes (workspace_id, source, source_id) where source_id is not null and deleted_at is null;
create index notes_contact_idx on notes (workspace_id, contact_id, created_at desc, id desc) where contact_id is not null;
create index notes_company_idx on notes (workspace_id, company_id, created_at desc, id desc) where company_id is not null;
create index notes_created_idx on notes (workspace_id, created_at desc, id desc) where deleted_at is null;
create index notes_import_idx on notes (workspace_id, import_id) where import_id is not null;

create table tasks (
  workspace_id uuid not null,
  id uuid not null,
  title text not null,
  body text,
  contact_id uuid,
  company_id uuid,
  assignee_id uuid,
  due_at timestamptz,
  remind_at timestamptz,
  reminded_at timestamptz,
  created_by uuid,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  done_at timestamptz,
  done_by uuid,
  deleted_at timestamptz,
  constraint tasks_pkey primary key (workspace_id, id),
  constraint tasks_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
  constraint tasks_company_fkey foreign key (workspace_id, company_id) references companies (workspace_id, id),
  constraint tasks_assignee_fkey foreign key (workspace_id, assignee_id) references members (workspace_id, id)
);
create index tasks_open_idx on tasks (workspace_id, assignee_id, due_at, id) where done_at is null and deleted_at is null;
create index tasks_due_idx on tasks (workspace_id, due_at, id) where deleted_at is null;
create index tasks_created_idx on tasks (workspace_id, created_at desc, id desc) where deleted_at is null;
create index tasks_contact_idx on tasks (workspace_id, contact_id) where contact_id is not null;
create index tasks_company_idx on tasks (workspace_id, company_id) where company_id is not null;
create index tasks_remind_idx on tasks (workspace_id, remind_at) where remind_at is not null and reminded_at is null and done_at is null and deleted_at is null;

create table files (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  purpose text not null default 'attachment',
  contact_id uuid,
  company_id uuid,
  uploaded_by uuid,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint files_pkey primary key (workspace_id, id),
  constraint files_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
  constraint files_company_fkey foreign key (workspace_id, company_id) references companies (workspace_id, id)
);
create index files_contact_idx on files (workspace_id, contact_id, created_at desc) where contact_id is not null;
create index files_company_idx on files (workspace_id, company_id, created_at desc) where company_id is not null;
create index files_created_idx on files (workspace_id, created_at desc, id desc) where deleted_at is null;

create table imports (
  workspace_id uuid not null,
  id uuid not null,
  object text not null,
  format text not null default 'csv',
  file_id uuid not null,
  file_name text not null,
  source text not null,
  preset text,
  dialect jsonb not null default '{}',
  columns jsonb not null default '[]',
  mapping jsonb not null default '{}',
  options jsonb not null default '{}',
  status text not null default 'draft',
  total_rows bigint,
  done_rows bigint not null default 0,
  position jsonb,
  counts jsonb not null default '{}',
  preview jsonb,
  error text,
  created_by uuid,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  constraint imports_pkey primary key (workspace_id, id),
  constraint imports_file_fkey foreign key (workspace_id, file_id) references files (workspace_id, id),
  constraint imports_object_check check (object in ('contacts', 'companies', 'orders', 'notes')),
  constraint imports_status_check check (status in ('draft', 'checking', 'checked', 'running', 'done', 'failed', 'undoing', 'undone'))
);
create index imports_created_idx on imports (workspace_id, created_at desc, id desc);
create index imports_file_idx on imports (workspace_id, file_id);

-- What an import did to each record, so that it can be taken back: `before` is what it overwrote.
create table import_changes (
  workspace_id uuid not null,
  import_id uuid not null,
  seq bigint not null,
  object text not null,
  record_id uuid not null,
  action text not null,
  before jsonb,
  constraint import_changes_pkey primary key (workspace_id, import_id, seq),
  constraint import_changes_import_fkey foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade,
  constraint import_changes_action_check check (action in ('created', 'updated'))
);

create table import_errors (
  workspace_id uuid not null,
  import_id uuid not null,
  row_number bigint not null,
  reason text not null,
  cells jsonb not null,
  constraint import_errors_pkey primary key (workspace_id, import_id, row_number),
  constraint import_errors_import_fkey foreign key (workspace_id, import_id) references imports (workspace_id, id) on delete cascade
);

-- Mappings that a person confirmed, found again by the file's header.
create table import_mappings (
  workspace_id uuid not null,
  id uuid not null,
  object text not null,
  header_hash text not null,
  name text not null,
  mapping jsonb not null,
  options jsonb not null default '{}',
  updated_at timestamptz not null default now(),
  constraint import_mappings_pkey primary key (workspace_id, id)
);
create unique index import_mappings_header_key on import_mappings (workspace_id, object, header_hash);
