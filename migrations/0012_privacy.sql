-- What a person asked of the company about the data that it holds.
create table privacy_requests (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  status text not null default 'received',
  contact_id uuid,
  asked_by text not null,
  email text,
  identity_check text,
  answer text,
  assignee_id uuid,
  note text,
  received_at timestamptz not null,
  due_at timestamptz not null,
  extended_at timestamptz,
  extension_reason text,
  closed_at timestamptz,
  reminded_at timestamptz,
  proof jsonb not null default '{}',
  file_id uuid,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  constraint privacy_requests_pkey primary key (workspace_id, id),
  constraint privacy_requests_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade,
  constraint privacy_requests_assignee_fkey foreign key (workspace_id, assignee_id) references members (workspace_id, id),
  constraint privacy_requests_status_check check (status in ('received', 'identified', 'done', 'refused', 'withdrawn')),
  constraint privacy_requests_kind_check check (kind in ('access', 'erasure', 'rectification', 'restriction', 'objection'))
);
-- Set when a person is taken out of the records: what stays is a contact without a name, so that counts and sums stay.
alter table contacts add column erased_at timestamptz;

create index privacy_requests_due_idx on privacy_requests (workspace_id, due_at, id) where closed_at is null;
create index privacy_requests_received_idx on privacy_requests (workspace_id, received_at desc, id desc);
create index privacy_requests_contact_idx on privacy_requests (workspace_id, contact_id) where contact_id is not null;

create table privacy_steps (
  workspace_id uuid not null,
  request_id uuid not null,
  position integer not null,
  name text not null,
  detail jsonb not null default '{}',
  member_id uuid,
  at timestamptz not null default now(),
  constraint privacy_steps_pkey primary key (workspace_id, request_id, position),
  constraint privacy_steps_request_fkey foreign key (workspace_id, request_id) references privacy_requests (workspace_id, id) on delete cascade
);

-- Contacts that were erased, and when; kept so that a restored backup can be made to forget them again.
create table erasures (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  contact_ids uuid[] not null,
  member_id uuid,
  request_id uuid,
  counts jsonb not null default '{}',
  status text not null default 'waiting',
  step text,
  error text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint erasures_pkey primary key (workspace_id, id),
  constraint erasures_status_check check (status in ('waiting', 'running', 'done'))
);
create index erasures_contact_idx on erasures (workspace_id, contact_id);

-- Keyed hashes of the handles of erased people.
create table erased_handles (
  workspace_id uuid not null,
  hash bytea not null,
  erasure_id uuid not null,
  erased_at timestamptz not null,
  constraint erased_handles_pkey primary key (workspace_id, hash)
);

create table legal_holds (
  workspace_id uuid not null,
  contact_id uuid not null,
  reason text not null,
  member_id uuid,
  until date,
  created_at timestamptz not null default now(),
  constraint legal_holds_pkey primary key (workspace_id, contact_id),
  constraint legal_holds_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

create table retention_rules (
  workspace_id uuid not null,
  kind text not null,
  days integer not null,
  is_enabled boolean not null default false,
  updated_at timestamptz not null default now(),
  constraint retention_rules_pkey primary key (workspace_id, kind)
);

create table retention_runs (
  workspace_id uuid not null,
  id uuid not null,
  counts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint retention_runs_pkey primary key (workspace_id, id)
);
-- What an erasure looks for: mail to an address.
create index outgoing_mail_to_idx on outgoing_mail (workspace_id, lower(to_address));
create index retention_runs_created_idx on retention_runs (workspace_id, created_at desc, id desc);
