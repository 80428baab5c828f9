-- Which kinds of letters there are is said by the contract alone: each new one changed this list, and two at once took it from
-- each other.
alter table document_template drop constraint document_template_kind;
alter table document_template add constraint document_template_kind check (kind ~ '^[a-zA-Z]{1,40}$');
