-- By which a request from a site or an app finds its workspace. Such a key stands in public pages: it may only add.
create table collect_keys (
  key text not null,
  workspace_id uuid not null,
  source_id uuid not null,
  constraint collect_keys_pkey primary key (key)
);

-- A site, app or server that sends events.
create table collect_sources (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  write_key text not null,
  allowed_origins text[] not null default '{}',
  consent_mode text not null default 'always',
  is_enabled boolean not null default true,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  constraint collect_sources_pkey primary key (workspace_id, id),
  constraint collect_sources_kind_check check (kind in ('web', 'app', 'server'))
);

-- What was sent but could not be understood, with the reason.
create table collect_rejections (
  workspace_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  reason text not null,
  body text not null,
  created_at timestamptz not null default now(),
  constraint collect_rejections_pkey primary key (workspace_id, id),
  constraint collect_rejections_source_fkey foreign key (workspace_id, source_id) references collect_sources (workspace_id, id) on delete cascade
);
create index collect_rejections_source_idx on collect_rejections (workspace_id, source_id, created_at desc, id desc);
