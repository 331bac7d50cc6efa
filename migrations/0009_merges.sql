-- One merge is an edge from the merged contact to the one that survived it; undone ones stay as history. The active edges
-- form a forest, and `contacts.merged_into` names the root of each tree.
create table merges (
  workspace_id uuid not null,
  id uuid not null,
  survivor_id uuid not null,
  merged_id uuid not null,
  how text not null,
  evidence jsonb not null default '{}',
  choices jsonb not null default '{}',
  member_id uuid,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid,
  constraint merges_pkey primary key (workspace_id, id),
  constraint merges_survivor_fkey foreign key (workspace_id, survivor_id) references contacts (workspace_id, id) on delete cascade,
  constraint merges_merged_fkey foreign key (workspace_id, merged_id) references contacts (workspace_id, id) on delete cascade,
  constraint merges_how_check check (how in ('person', 'certain', 'automatic', 'claim'))
);
create unique index merges_active_key on merges (workspace_id, merged_id) where undone_at is null;
create index merges_merged_idx on merges (workspace_id, merged_id);
create index merges_survivor_idx on merges (workspace_id, survivor_id);
create index merges_created_idx on merges (workspace_id, created_at desc, id desc);

-- For each survivor its own values of what the merges may fill, all values as they were last shown (a value that differs
-- from it was edited since), and the merges that an edit has overruled, by value.
create table merge_values (
  workspace_id uuid not null,
  contact_id uuid not null,
  own jsonb not null,
  shown jsonb not null,
  pins jsonb not null default '{}',
  constraint merge_values_pkey primary key (workspace_id, contact_id),
  constraint merge_values_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

-- Many merges taken back at once, with how far it is.
create table merge_undoings (
  workspace_id uuid not null,
  id uuid not null,
  how text,
  since timestamptz,
  until timestamptz not null,
  status text not null default 'waiting',
  done integer not null default 0,
  skipped integer not null default 0,
  total integer not null default 0,
  error text,
  member_id uuid,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  constraint merge_undoings_pkey primary key (workspace_id, id),
  constraint merge_undoings_status_check check (status in ('waiting', 'running', 'done', 'failed'))
);

-- A handle that a customer was asked to confirm as his own.
create table claims (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  kind text not null,
  value text not null,
  normal text collate "C" not null,
  code_hash bytea,
  attempts integer not null default 0,
  member_id uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  constraint claims_pkey primary key (workspace_id, id),
  constraint claims_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index claims_contact_idx on claims (workspace_id, contact_id, created_at desc);
create index claims_normal_idx on claims (workspace_id, kind, normal, created_at desc);
