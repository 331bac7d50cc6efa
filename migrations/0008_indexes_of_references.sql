-- Who deletes a contact or company must find what refers to it, deleted rows too: indexes that leave those out cannot serve.
drop index contacts_company_idx;
create index contacts_company_idx on contacts (workspace_id, company_id, sort_name, id) where company_id is not null;
drop index orders_contact_idx;
create index orders_contact_idx on orders (workspace_id, contact_id, placed_at desc, id desc) where contact_id is not null;
drop index orders_company_idx;
create index orders_company_idx on orders (workspace_id, company_id, placed_at desc, id desc) where company_id is not null;
drop index returns_contact_idx;
create index returns_contact_idx on returns (workspace_id, contact_id, returned_at desc, id desc) where contact_id is not null;
drop index returns_company_idx;
create index returns_company_idx on returns (workspace_id, company_id, returned_at desc, id desc) where company_id is not null;
