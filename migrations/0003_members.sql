create table members (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid,
  name text not null,
  email text not null,
  role text not null,
  job_title text,
  locale text,
  time_zone text,
  avatar_file_id uuid,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  removed_at timestamptz,
  constraint members_pkey primary key (workspace_id, id),
  constraint members_role_check check (role in ('owner', 'admin', 'manager', 'member'))
);
create unique index members_user_key on members (workspace_id, user_id) where removed_at is null;
create unique index members_email_key on members (workspace_id, lower(email)) where removed_at is null;
create index members_user_idx on members (user_id) where removed_at is null;

create table teams (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  constraint teams_pkey primary key (workspace_id, id)
);
create unique index teams_name_key on teams (workspace_id, lower(name));

create table team_members (
  workspace_id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  constraint team_members_pkey primary key (workspace_id, team_id, member_id),
  constraint team_members_team_fkey foreign key (workspace_id, team_id) references teams (workspace_id, id) on delete cascade,
  constraint team_members_member_fkey foreign key (workspace_id, member_id) references members (workspace_id, id) on delete cascade
);
create index team_members_member_idx on team_members (workspace_id, member_id);

create table invitations (
  workspace_id uuid not null,
  id uuid not null,
  email text not null,
  role text not null,
  team_ids uuid[] not null default '{}',
  invited_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  constraint invitations_pkey primary key (workspace_id, id),
  constraint invitations_role_check check (role in ('owner', 'admin', 'manager', 'member'))
);

create table api_keys (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  prefix text not null,
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_keys_pkey primary key (workspace_id, id)
);

-- Append-only: the workspace guard refuses any other statement than insert and select.
create table audit_entries (
  workspace_id uuid not null,
  id uuid not null,
  at timestamptz not null default now(),
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  subject_type text,
  subject_id uuid,
  detail jsonb not null default '{}',
  address text,
  request_id text,
  constraint audit_entries_pkey primary key (workspace_id, id)
);
create index audit_entries_at_idx on audit_entries (workspace_id, at desc, id desc);
create index audit_entries_subject_idx on audit_entries (workspace_id, subject_id, at desc) where subject_id is not null;
create index audit_entries_actor_idx on audit_entries (workspace_id, actor_id, at desc) where actor_id is not null;

create table notifications (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  title text not null,
  link text,
  source_key text not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  constraint notifications_pkey primary key (workspace_id, id),
  constraint notifications_member_fkey foreign key (workspace_id, member_id) references members (workspace_id, id) on delete cascade
);
create unique index notifications_source_key on notifications (workspace_id, member_id, source_key);
create index notifications_member_idx on notifications (workspace_id, member_id, created_at desc, id desc);

-- A list's filter, columns and sort, kept under a name.
create table views (
  workspace_id uuid not null,
  id uuid not null,
  object text not null,
  name text not null,
  filter jsonb not null default '{}',
  columns jsonb not null default '[]',
  sort text,
  is_shared boolean not null default false,
  member_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint views_pkey primary key (workspace_id, id),
  constraint views_member_fkey foreign key (workspace_id, member_id) references members (workspace_id, id) on delete cascade
);
create index views_object_idx on views (workspace_id, object);

-- One row for each call made with an Idempotency-Key; `response` is written in the transaction of the call's effects.
create table idempotency_keys (
  workspace_id uuid not null,
  actor_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  response text,
  claimed_at timestamptz not null default now(),
  constraint idempotency_keys_pkey primary key (workspace_id, actor_id, key)
);
create index idempotency_keys_claimed_idx on idempotency_keys (workspace_id, claimed_at);

create table outgoing_mail (
  workspace_id uuid not null,
  id uuid not null,
  to_address text not null,
  subject text not null,
  text text not null,
  html text,
  message_id text not null,
  status text not null default 'waiting',
  error text,
  attempts integer not null default 0,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  constraint outgoing_mail_pkey primary key (workspace_id, id),
  constraint outgoing_mail_status_check check (status in ('waiting', 'outbox', 'sent', 'failed'))
);
create index outgoing_mail_created_idx on outgoing_mail (workspace_id, created_at desc, id desc);

create table exchange_rates (
  workspace_id uuid not null,
  currency char(3) not null,
  rate numeric not null,
  updated_at timestamptz not null default now(),
  constraint exchange_rates_pkey primary key (workspace_id, currency),
  constraint exchange_rates_rate_check check (rate > 0)
);
