-- What a customer may be addressed for. `text_version` counts up when the wording changes.
create table consent_purposes (
  workspace_id uuid not null,
  id uuid not null,
  key text not null,
  name jsonb not null,
  channels text[] not null,
  text jsonb not null default '{}',
  text_version integer not null default 1,
  position integer not null default 0,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  constraint consent_purposes_pkey primary key (workspace_id, id)
);
create unique index consent_purposes_key on consent_purposes (workspace_id, key);

-- Wordings that were once shown; never change.
create table consent_texts (
  workspace_id uuid not null,
  purpose_id uuid not null,
  version integer not null,
  text jsonb not null,
  created_at timestamptz not null default now(),
  constraint consent_texts_pkey primary key (workspace_id, purpose_id, version),
  constraint consent_texts_purpose_fkey foreign key (workspace_id, purpose_id) references consent_purposes (workspace_id, id)
);

-- Append-only: who said what, when and how. Holds nothing by which a person can be read: `hash` is the keyed hash of the
-- address that was concerned.
create table consents (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  purpose_id uuid not null,
  channel text not null,
  state text not null,
  said_by text not null,
  member_id uuid,
  how text not null,
  text_version integer,
  hash bytea,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  import_id uuid,
  constraint consents_pkey primary key (workspace_id, id),
  constraint consents_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade,
  constraint consents_purpose_fkey foreign key (workspace_id, purpose_id) references consent_purposes (workspace_id, id),
  constraint consents_state_check check (state in ('requested', 'granted', 'withdrawn')),
  constraint consents_said_by_check check (said_by in ('customer', 'member', 'import', 'api', 'system'))
);
create index consents_contact_idx on consents (workspace_id, contact_id, occurred_at desc, id desc);
create index consents_occurred_idx on consents (workspace_id, occurred_at desc, id desc);
create index consents_requested_idx on consents (workspace_id, hash, recorded_at desc) where state = 'requested';

-- What tells of the person in a record of consent; an erasure takes these rows away and leaves the record.
create table consent_proofs (
  workspace_id uuid not null,
  consent_id uuid not null,
  handle text,
  note text,
  address text,
  agent text,
  constraint consent_proofs_pkey primary key (workspace_id, consent_id),
  constraint consent_proofs_consent_fkey foreign key (workspace_id, consent_id) references consents (workspace_id, id) on delete cascade
);

-- Keyed hashes of addresses that must not be written to; no address can be read from them.
create table suppressions (
  workspace_id uuid not null,
  hash bytea not null,
  channel text not null,
  reason text not null,
  member_id uuid,
  created_at timestamptz not null default now(),
  constraint suppressions_pkey primary key (workspace_id, hash, channel, reason),
  constraint suppressions_reason_check check (reason in ('unsubscribed', 'complaint', 'bounce', 'erased', 'manual'))
);
create index suppressions_created_idx on suppressions (workspace_id, created_at desc, (encode(substring(hash for 16), 'hex')::uuid) desc);

alter table outgoing_mail add column headers jsonb not null default '{}';
