-- By which a public address finds the form and its workspace.
create table form_slugs (
  slug text not null,
  workspace_id uuid not null,
  form_id uuid not null,
  constraint form_slugs_pkey primary key (slug)
);

create table forms (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  slug text not null,
  fields jsonb not null default '[]',
  settings jsonb not null default '{}',
  is_open boolean not null default true,
  owner_id uuid,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  constraint forms_pkey primary key (workspace_id, id),
  constraint forms_owner_fkey foreign key (workspace_id, owner_id) references members (workspace_id, id)
);
create index forms_created_idx on forms (workspace_id, created_at desc, id desc) where archived_at is null;

-- Kept as they were sent. `nonce` is that of the page that was filled in: sent twice, it is one submission.
create table form_submissions (
  workspace_id uuid not null,
  id uuid not null,
  form_id uuid not null,
  contact_id uuid,
  answers jsonb not null,
  consents jsonb not null default '[]',
  file_ids uuid[] not null default '{}',
  nonce uuid,
  language text not null,
  address text,
  agent text,
  hash bytea,
  acknowledged_at timestamptz,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  constraint form_submissions_pkey primary key (workspace_id, id),
  constraint form_submissions_form_fkey foreign key (workspace_id, form_id) references forms (workspace_id, id) on delete cascade,
  constraint form_submissions_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index form_submissions_form_idx on form_submissions (workspace_id, form_id, created_at desc, id desc);
create index form_submissions_contact_idx on form_submissions (workspace_id, contact_id) where contact_id is not null;
create unique index form_submissions_nonce_key on form_submissions (workspace_id, form_id, nonce) where nonce is not null;
create index form_submissions_acknowledged_idx on form_submissions (workspace_id, hash, acknowledged_at desc) where acknowledged_at is not null;
