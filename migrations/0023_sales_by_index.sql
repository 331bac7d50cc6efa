-- What was ordered of a SKU is read from the index alone.
create index order_items_sales_idx on order_items (workspace_id, sku, order_id) include (quantity, amount) where sku is not null;
drop index order_items_sku_idx;
