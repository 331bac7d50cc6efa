create table companies (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  sort_name text collate "C" not null,
  search_text text not null,
  domain text collate "C",
  industry text,
  employees integer,
  phone text,
  website text,
  street text,
  city text,
  region text,
  postal_code text,
  country char(2),
  parent_id uuid,
  owner_id uuid,
  team_id uuid,
  tag_ids uuid[] not null default '{}',
  fields jsonb not null default '{}',
  source text,
  source_id text,
  import_id uuid,
  is_demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint companies_pkey primary key (workspace_id, id),
  constraint companies_parent_fkey foreign key (workspace_id, parent_id) references companies (workspace_id, id),
  constraint companies_owner_fkey foreign key (workspace_id, owner_id) references members (workspace_id, id),
  constraint companies_team_fkey foreign key (workspace_id, team_id) references teams (workspace_id, id)
);
create unique index companies_domain_key on companies (workspace_id, domain) where domain is not null and deleted_at is null;
create unique index companies_source_key on companies (workspace_id, source, source_id) where source_id is not null and deleted_at is null;
create index companies_name_idx on companies (workspace_id, sort_name, id) where deleted_at is null;
create index companies_created_idx on companies (workspace_id, created_at desc, id desc) where deleted_at is null;
create index companies_deleted_idx on companies (workspace_id, deleted_at desc, id desc) where deleted_at is not null;
create index companies_owner_idx on companies (workspace_id, owner_id, sort_name, id) where deleted_at is null;
create index companies_parent_idx on companies (workspace_id, parent_id) where parent_id is not null;
create index companies_import_idx on companies (workspace_id, import_id) where import_id is not null;
create index companies_search_idx on companies using gin (workspace_id, search_text gin_trgm_ops);
create index companies_fields_idx on companies using gin (workspace_id, fields jsonb_path_ops);
create index companies_tags_idx on companies using gin (workspace_id, tag_ids);

-- A contact's id never changes, and what was written with it keeps it. `merged_into` says whose it is now: the id of the
-- surviving contact, always its root. `has_merged` is true on a survivor, so that reads of all others pay nothing.
create table contacts (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  sort_name text collate "C" not null,
  search_text text not null,
  first_name text,
  last_name text,
  job_title text,
  company_id uuid,
  owner_id uuid,
  team_id uuid,
  lifecycle text not null default 'lead',
  email text,
  phone text,
  street text,
  city text,
  region text,
  postal_code text,
  country char(2),
  language text,
  time_zone text,
  birthday date,
  tag_ids uuid[] not null default '{}',
  fields jsonb not null default '{}',
  source text,
  import_id uuid,
  is_demo boolean not null default false,
  merged_into uuid,
  has_merged boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint contacts_pkey primary key (workspace_id, id),
  constraint contacts_company_fkey foreign key (workspace_id, company_id) references companies (workspace_id, id),
  constraint contacts_owner_fkey foreign key (workspace_id, owner_id) references members (workspace_id, id),
  constraint contacts_team_fkey foreign key (workspace_id, team_id) references teams (workspace_id, id),
  constraint contacts_merged_fkey foreign key (workspace_id, merged_into) references contacts (workspace_id, id),
  constraint contacts_lifecycle_check check (lifecycle in ('stranger', 'lead', 'prospect', 'customer', 'loyal', 'advocate', 'lapsed'))
);
create index contacts_name_idx on contacts (workspace_id, sort_name, id) where deleted_at is null and merged_into is null;
create index contacts_created_idx on contacts (workspace_id, created_at desc, id desc) where deleted_at is null and merged_into is null;
create index contacts_updated_idx on contacts (workspace_id, updated_at desc, id desc) where deleted_at is null and merged_into is null;
create index contacts_owner_idx on contacts (workspace_id, owner_id, sort_name, id) where deleted_at is null and merged_into is null;
create index contacts_team_idx on contacts (workspace_id, team_id, sort_name, id) where deleted_at is null and merged_into is null;
create index contacts_company_idx on contacts (workspace_id, company_id, sort_name, id) where deleted_at is null and merged_into is null;
create index contacts_lifecycle_idx on contacts (workspace_id, lifecycle, sort_name, id) where deleted_at is null and merged_into is null;
create index contacts_country_idx on contacts (workspace_id, country, sort_name, id) where deleted_at is null and merged_into is null;
create index contacts_merged_idx on contacts (workspace_id, merged_into) where merged_into is not null;
create index contacts_deleted_idx on contacts (workspace_id, deleted_at desc, id desc) where deleted_at is not null;
create index contacts_import_idx on contacts (workspace_id, import_id) where import_id is not null;
create index contacts_search_idx on contacts using gin (workspace_id, search_text gin_trgm_ops);
create index contacts_fields_idx on contacts using gin (workspace_id, fields jsonb_path_ops);
create index contacts_tags_idx on contacts using gin (workspace_id, tag_ids);

-- One way a contact is known. `normal` is what is compared; an identifying handle belongs to one contact only.
create table handles (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  kind text not null,
  value text not null,
  normal text collate "C" not null,
  label text,
  is_primary boolean not null default false,
  is_identifying boolean not null default true,
  verified_at timestamptz,
  source text not null,
  confidence real not null default 1,
  import_id uuid,
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint handles_pkey primary key (workspace_id, id),
  constraint handles_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create unique index handles_identifying_key on handles (workspace_id, kind, normal) where is_identifying and deleted_at is null;
create index handles_normal_idx on handles (workspace_id, normal) where deleted_at is null;
create index handles_contact_idx on handles (workspace_id, contact_id);
create index handles_import_idx on handles (workspace_id, import_id) where import_id is not null;

create table tags (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  color text not null default 'grey',
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  constraint tags_pkey primary key (workspace_id, id)
);
create unique index tags_name_key on tags (workspace_id, lower(name));

-- Definitions of custom fields; values stand under `key` in the `fields` column of the object's table.
create table fields (
  workspace_id uuid not null,
  id uuid not null,
  object text not null,
  key text not null,
  label text not null,
  type text not null,
  options jsonb not null default '[]',
  currency char(3),
  position integer not null default 0,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  constraint fields_pkey primary key (workspace_id, id),
  constraint fields_object_check check (object in ('contact', 'company', 'order')),
  constraint fields_type_check check (type in ('text', 'number', 'money', 'date', 'choice', 'choices', 'yesno', 'link', 'contact', 'company'))
);
create unique index fields_key on fields (workspace_id, object, key);

create table orders (
  workspace_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  contact_id uuid,
  company_id uuid,
  placed_at timestamptz not null,
  currency char(3) not null,
  amount bigint not null,
  exchange_rate numeric not null default 1,
  base_amount bigint not null,
  quantity integer,
  status text not null default 'placed',
  fields jsonb not null default '{}',
  source text not null,
  source_id text collate "C" not null,
  import_id uuid,
  is_demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint orders_pkey primary key (workspace_id, id),
  constraint orders_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
  constraint orders_company_fkey foreign key (workspace_id, company_id) references companies (workspace_id, id),
  constraint orders_status_check check (status in ('placed', 'paid', 'fulfilled', 'cancelled'))
);
create unique index orders_source_key on orders (workspace_id, source, source_id) where deleted_at is null;
create index orders_placed_idx on orders (workspace_id, placed_at desc, id desc) where deleted_at is null;
create index orders_amount_idx on orders (workspace_id, base_amount desc, id desc) where deleted_at is null;
create index orders_number_idx on orders (workspace_id, number, id) where deleted_at is null;
create index orders_contact_idx on orders (workspace_id, contact_id, placed_at desc, id desc) where deleted_at is null;
create index orders_company_idx on orders (workspace_id, company_id, placed_at desc, id desc) where deleted_at is null;
create index orders_deleted_idx on orders (workspace_id, deleted_at desc, id desc) where deleted_at is not null;
create index orders_import_idx on orders (workspace_id, import_id) where import_id is not null;

create table order_items (
  workspace_id uuid not null,
  order_id uuid not null,
  position integer not null,
  sku text,
  name text not null,
  quantity integer not null,
  unit_amount bigint not null,
  amount bigint not null,
  constraint order_items_pkey primary key (workspace_id, order_id, position),
  constraint order_items_order_fkey foreign key (workspace_id, order_id) references orders (workspace_id, id) on delete cascade
);

-- What came back. `amount` is positive: what the customer was given back.
create table returns (
  workspace_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  order_id uuid,
  contact_id uuid,
  company_id uuid,
  returned_at timestamptz not null,
  currency char(3) not null,
  amount bigint not null,
  exchange_rate numeric not null default 1,
  base_amount bigint not null,
  quantity integer,
  reason text,
  source text not null,
  source_id text collate "C" not null,
  import_id uuid,
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint returns_pkey primary key (workspace_id, id),
  constraint returns_order_fkey foreign key (workspace_id, order_id) references orders (workspace_id, id),
  constraint returns_contact_fkey foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
  constraint returns_company_fkey foreign key (workspace_id, company_id) references companies (workspace_id, id)
);
create unique index returns_source_key on returns (workspace_id, source, source_id) where deleted_at is null;
create index returns_returned_idx on returns (workspace_id, returned_at desc, id desc) where deleted_at is null;
create index returns_order_idx on returns (workspace_id, order_id) where order_id is not null;
create index returns_contact_idx on returns (workspace_id, contact_id, returned_at desc, id desc) where deleted_at is null;
create index returns_company_idx on returns (workspace_id, company_id, returned_at desc, id desc) where deleted_at is null;
create index returns_import_idx on returns (workspace_id, import_id) where import_id is not null;

-- Counts kept by a reaction to the event log, apart from the row with the search index so that updates stay cheap.
-- Amounts are minor units of the workspace's currency.
create table contact_facts (
  workspace_id uuid not null,
  contact_id uuid not null,
  orders integer not null default 0,
  order_amount bigint not null default 0,
  returns integer not null default 0,
  return_amount bigint not null default 0,
  net_amount bigint not null default 0,
  touchpoints integer not null default 0,
  first_touch_at timestamptz,
  last_touch_at timestamptz,
  first_order_at timestamptz,
  last_order_at timestamptz,
  constraint contact_facts_pkey primary key (workspace_id, contact_id)
) with (fillfactor = 80);
create index contact_facts_net_idx on contact_facts (workspace_id, net_amount desc, contact_id desc);
create index contact_facts_touch_idx on contact_facts (workspace_id, last_touch_at desc, contact_id desc) where last_touch_at is not null;

create table company_facts (
  workspace_id uuid not null,
  company_id uuid not null,
  orders integer not null default 0,
  order_amount bigint not null default 0,
  returns integer not null default 0,
  return_amount bigint not null default 0,
  net_amount bigint not null default 0,
  touchpoints integer not null default 0,
  first_touch_at timestamptz,
  last_touch_at timestamptz,
  first_order_at timestamptz,
  last_order_at timestamptz,
  constraint company_facts_pkey primary key (workspace_id, company_id)
) with (fillfactor = 80);
create index company_facts_net_idx on company_facts (workspace_id, net_amount desc, company_id desc);
create index company_facts_touch_idx on company_facts (workspace_id, last_touch_at desc, company_id desc) where last_touch_at is not null;
