-- By which a request from a site or an app finds its workspace. Such a key stands in public pages: it may only add.
create table collect_keys (
  key text not null,
  workspace_id uuid not null,
  source_id uuid not null,
  constraint collect_keys_pkey primary key (key)
);

-- A site, app or server that sends events. `slug` names it in what it brings and never changes.
create table collect_sources (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  slug text collate "C" not null,
  kind text not null,
  write_key text not null,
  allowed_origins text[] not null default '{}',
  consent_mode text not null default 'always',
  is_enabled boolean not null default true,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  constraint collect_sources_pkey primary key (workspace_id, id),
  constraint collect_sources_kind_check check (kind in ('web', 'app', 'server')),
  constraint collect_sources_consent_check check (consent_mode in ('always', 'after-consent'))
);
create unique index collect_sources_slug_key on collect_sources (workspace_id, slug);

-- What was sent but could not be understood, with the reason; the newest of each source.
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

-- All that a source has said of one order so far, in whatever order it came; the order and its returns are worked out of it.
create table collect_orders (
  workspace_id uuid not null,
  source_id uuid not null,
  number text collate "C" not null,
  order_id uuid,
  said jsonb not null default '{}',
  constraint collect_orders_pkey primary key (workspace_id, source_id, number),
  constraint collect_orders_source_fkey foreign key (workspace_id, source_id) references collect_sources (workspace_id, id) on delete cascade
);

-- What channels have told of a contact, each trait with when (`given`), and which values of its row come from there (`shown`).
create table intake_traits (
  workspace_id uuid not null,
  contact_id uuid not null,
  given jsonb not null default '{}',
  shown jsonb not null default '{}',
  constraint intake_traits_pkey primary key (workspace_id, contact_id),
  constraint intake_traits_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

-- Who has been identified on a device; `device_id` is the contact of the device itself. One person is joined with it, more are not.
create table device_people (
  workspace_id uuid not null,
  device_id uuid not null,
  contact_id uuid not null,
  constraint device_people_pkey primary key (workspace_id, device_id, contact_id),
  constraint device_people_device_fkey foreign key (workspace_id, device_id) references contacts (workspace_id, id) on delete cascade,
  constraint device_people_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index device_people_contact_idx on device_people (workspace_id, contact_id);
