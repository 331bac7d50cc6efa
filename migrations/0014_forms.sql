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
  owner_id uuid,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  constraint forms_pkey primary key (workspace_id, id),
  constraint forms_owner_fkey foreign key (workspace_id, owner_id) references members (workspace_id, id)
);

create table form_submissions (
  workspace_id uuid not null,
  id uuid not null,
  form_id uuid not null,
  contact_id uuid,
  answers jsonb not null,
  file_ids uuid[] not null default '{}',
  address text,
  confirmed_at timestamptz,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  constraint form_submissions_pkey primary key (workspace_id, id),
  constraint form_submissions_form_fkey foreign key (workspace_id, form_id) references forms (workspace_id, id) on delete cascade,
  constraint form_submissions_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index form_submissions_form_idx on form_submissions (workspace_id, form_id, created_at desc, id desc);
create index form_submissions_contact_idx on form_submissions (workspace_id, contact_id) where contact_id is not null;
