-- What a company sells. A product has one variant or several; a variant is what a SKU names.
create table product_categories (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  -- The ids from the top down to itself: those below a category have its id in theirs.
  path uuid[] not null,
  import_id uuid,
  is_demo boolean not null default false,
  constraint product_categories_pkey primary key (workspace_id, id)
);
create index product_categories_path_idx on product_categories using gin (workspace_id, path);
create index product_categories_import_idx on product_categories (workspace_id, import_id) where import_id is not null;

create table products (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  sort_name text collate "C" not null,
  search_text text not null,
  description text,
  category_id uuid,
  unit text,
  tax_class text,
  is_active boolean not null default true,
  picture_file_id uuid,
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
  constraint products_pkey primary key (workspace_id, id),
  constraint products_category_fkey foreign key (workspace_id, category_id) references product_categories (workspace_id, id),
  constraint products_picture_fkey foreign key (workspace_id, picture_file_id) references files (workspace_id, id),
  constraint products_owner_fkey foreign key (workspace_id, owner_id) references members (workspace_id, id),
  constraint products_team_fkey foreign key (workspace_id, team_id) references teams (workspace_id, id)
);
create unique index products_source_key on products (workspace_id, source, source_id) where source_id is not null and deleted_at is null;
create index products_name_idx on products (workspace_id, sort_name, id) where deleted_at is null;
create index products_created_idx on products (workspace_id, created_at desc, id desc) where deleted_at is null;
create index products_updated_idx on products (workspace_id, updated_at desc, id desc) where deleted_at is null;
create index products_deleted_idx on products (workspace_id, deleted_at desc, id desc) where deleted_at is not null;
create index products_owner_idx on products (workspace_id, owner_id, sort_name, id) where deleted_at is null;
create index products_team_idx on products (workspace_id, team_id, sort_name, id) where deleted_at is null;
create index products_category_idx on products (workspace_id, category_id) where category_id is not null;
create index products_import_idx on products (workspace_id, import_id) where import_id is not null;
create index products_search_idx on products using gin (workspace_id, search_text gin_trgm_ops);
create index products_fields_idx on products using gin (workspace_id, fields jsonb_path_ops);
create index products_tags_idx on products using gin (workspace_id, tag_ids);

-- Prices and days from which and until which they hold, as [{currency, amount, from, to}]: they are checked, changed and
-- told as one value. `deleted_at` is the product's, so that a SKU is free again while its product is in the bin.
create table product_variants (
  workspace_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  position integer not null,
  sku text collate "C",
  name text,
  cost bigint,
  cost_currency char(3),
  is_active boolean not null default true,
  prices jsonb not null default '[]',
  deleted_at timestamptz,
  constraint product_variants_pkey primary key (workspace_id, id),
  constraint product_variants_product_fkey foreign key (workspace_id, product_id) references products (workspace_id, id) on delete cascade
);
create index product_variants_product_idx on product_variants (workspace_id, product_id, position);
create unique index product_variants_sku_key on product_variants (workspace_id, sku) where sku is not null and deleted_at is null;

create index order_items_sku_idx on order_items (workspace_id, sku) where sku is not null;
