-- What is compared of each contact, folded, and the keys by which others like it are found; kept by a reaction to the log.
-- `version` is the contact's that it was made from.
create table identity_features (
  workspace_id uuid not null,
  contact_id uuid not null,
  person json not null,
  keys bigint[] not null,
  version integer not null,
  constraint identity_features_pkey primary key (workspace_id, contact_id),
  constraint identity_features_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index identity_features_keys_idx on identity_features using gin (workspace_id, keys);

-- Contacts that changed and wait to be scored.
create table identity_waiting (
  workspace_id uuid not null,
  contact_id uuid not null,
  constraint identity_waiting_pkey primary key (workspace_id, contact_id),
  constraint identity_waiting_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);

-- One comparison of the whole base.
create table identity_runs (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null default 'score',
  status text not null default 'waiting',
  step text,
  done bigint not null default 0,
  total bigint not null default 0,
  counts jsonb not null default '{}',
  error text,
  member_id uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  constraint identity_runs_pkey primary key (workspace_id, id),
  constraint identity_runs_kind_check check (kind in ('score', 'join')),
  constraint identity_runs_status_check check (status in ('waiting', 'running', 'done', 'failed', 'cancelled'))
);
create index identity_runs_created_idx on identity_runs (workspace_id, created_at desc, id desc);

-- What a run learned: λ, and m and u of each field's levels; and how common values are and which blocks are compared.
create table identity_models (
  workspace_id uuid not null,
  id uuid not null,
  run_id uuid,
  parameters jsonb not null,
  base jsonb not null,
  created_at timestamptz not null default now(),
  constraint identity_models_pkey primary key (workspace_id, id)
);
create index identity_models_created_idx on identity_models (workspace_id, created_at desc, id desc);

-- Pairs of contacts (a_id < b_id) that are probably one person.
create table identity_candidates (
  workspace_id uuid not null,
  id uuid not null,
  a_id uuid not null,
  b_id uuid not null,
  weight real not null,
  probability double precision not null,
  evidence jsonb not null,
  assignee_id uuid,
  later_at timestamptz,
  scored_at timestamptz not null default now(),
  constraint identity_candidates_pkey primary key (workspace_id, id),
  constraint identity_candidates_a_fkey foreign key (workspace_id, a_id) references contacts (workspace_id, id) on delete cascade,
  constraint identity_candidates_b_fkey foreign key (workspace_id, b_id) references contacts (workspace_id, id) on delete cascade,
  constraint identity_candidates_assignee_fkey foreign key (workspace_id, assignee_id) references members (workspace_id, id)
);
create unique index identity_candidates_pair_key on identity_candidates (workspace_id, a_id, b_id);
create index identity_candidates_b_idx on identity_candidates (workspace_id, b_id);
create index identity_candidates_probability_idx on identity_candidates (workspace_id, probability desc, id desc);
create index identity_candidates_assignee_idx on identity_candidates (workspace_id, assignee_id, probability desc, id desc) where assignee_id is not null;

-- What people said of a pair (a_id < b_id). 'different' holds for ever, unless it is taken back.
create table identity_decisions (
  workspace_id uuid not null,
  id uuid not null,
  a_id uuid not null,
  b_id uuid not null,
  verdict text not null,
  merge_id uuid,
  weight real,
  probability double precision,
  evidence jsonb not null default '{}',
  member_id uuid,
  created_at timestamptz not null default now(),
  constraint identity_decisions_pkey primary key (workspace_id, id),
  constraint identity_decisions_a_fkey foreign key (workspace_id, a_id) references contacts (workspace_id, id) on delete cascade,
  constraint identity_decisions_b_fkey foreign key (workspace_id, b_id) references contacts (workspace_id, id) on delete cascade,
  constraint identity_decisions_verdict_check check (verdict in ('same', 'different'))
);
create unique index identity_decisions_pair_key on identity_decisions (workspace_id, a_id, b_id);
create index identity_decisions_b_idx on identity_decisions (workspace_id, b_id);
create index identity_decisions_created_idx on identity_decisions (workspace_id, created_at desc, id desc);

-- From which probability pairs are shown, and from which they may be joined without anybody.
create table identity_settings (
  workspace_id uuid not null,
  review_threshold double precision not null,
  auto_threshold double precision not null,
  is_automatic boolean not null,
  updated_at timestamptz not null default now(),
  constraint identity_settings_pkey primary key (workspace_id)
);
