-- Instance-wide tables: what is unique over all workspaces, or belongs to none.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table workspaces (
  id uuid not null,
  name text not null,
  country char(2) not null default 'US',
  currency char(3) not null default 'USD',
  time_zone text not null default 'UTC',
  locale text not null default 'en',
  settings jsonb not null default '{}',
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  constraint workspaces_pkey primary key (id)
);

-- The keys by which a stranger's request finds its workspace.
create table api_key_hashes (
  hash bytea not null,
  workspace_id uuid not null,
  api_key_id uuid not null,
  constraint api_key_hashes_pkey primary key (hash)
);

create table invitation_hashes (
  hash bytea not null,
  workspace_id uuid not null,
  invitation_id uuid not null,
  constraint invitation_hashes_pkey primary key (hash)
);

-- Values the instance makes for itself once, such as the one-time link of the first owner.
create table instance_values (
  key text not null,
  value jsonb not null,
  created_at timestamptz not null default now(),
  constraint instance_values_pkey primary key (key)
);
