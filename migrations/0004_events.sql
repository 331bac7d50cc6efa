-- The one log of what happened. Rows are inserted by record() and never change, except that personal text is redacted.
create table events (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  contact_id uuid,
  company_id uuid,
  channel text,
  subject_type text,
  subject_id uuid,
  actor_kind text not null,
  actor_id uuid,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  import_id uuid,
  source_key text,
  data jsonb not null default '{}',
  constraint events_pkey primary key (workspace_id, id)
);
create index events_contact_idx on events (workspace_id, contact_id, occurred_at desc, id desc) where contact_id is not null;
create index events_company_idx on events (workspace_id, company_id, occurred_at desc, id desc) where company_id is not null;
create index events_subject_idx on events (workspace_id, subject_id) where subject_id is not null;
create index events_import_idx on events (workspace_id, import_id) where import_id is not null;
create unique index events_source_key on events (workspace_id, source_key) where source_key is not null;

-- Recorded events that wait for delivery, a row for each call of record(); gone in the transaction that delivers them.
create table event_batches (
  workspace_id uuid not null,
  id uuid not null,
  event_ids uuid[] not null,
  constraint event_batches_pkey primary key (workspace_id, id)
);

-- Its row is locked by whoever delivers a workspace's events, so that they are delivered in order.
create table event_deliveries (
  workspace_id uuid not null,
  constraint event_deliveries_pkey primary key (workspace_id)
);

-- Events that a reaction failed on; kept with the error until a retry succeeds or a person discards them.
create table parked_events (
  workspace_id uuid not null,
  reaction text not null,
  event_id uuid not null,
  error text not null,
  attempts integer not null default 1,
  first_failed_at timestamptz not null default now(),
  last_failed_at timestamptz not null default now(),
  constraint parked_events_pkey primary key (workspace_id, reaction, event_id),
  constraint parked_events_event_fkey foreign key (workspace_id, event_id) references events (workspace_id, id) on delete cascade
);
