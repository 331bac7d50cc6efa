-- Orders by status, and those that have a value of a custom field: most have none.
create index orders_status_idx on orders (workspace_id, status, placed_at desc, id desc) where deleted_at is null;
create index orders_fields_idx on orders using gin (workspace_id, fields jsonb_path_ops) where fields <> '{}';
