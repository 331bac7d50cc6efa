-- Which kinds of record have custom fields, and which of them a field may refer to, the manifests of the slices say.
alter table fields drop constraint fields_object_check;
alter table fields drop constraint fields_type_check;
