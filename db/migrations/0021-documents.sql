-- The school's own Word templates for letters. Every version is kept; an empty one goes back to the shipped template.

create table document_template (
  id bigint generated always as identity primary key,
  kind text not null constraint document_template_kind check (kind in ('plan', 'planSubmission', 'planAmendment')),
  layout text not null constraint document_template_layout check (layout in ('state', 'party')),
  number integer not null check (number > 0),
  -- Empty: from here on the shipped one again.
  content bytea constraint document_template_size check (length(content) between 1 and 2000000),
  file_name text constraint document_template_name_length check (length(file_name) between 1 and 300),
  made_by bigint not null references account,
  made_at timestamptz not null default now(),
  constraint document_template_number_once unique (kind, layout, number),
  constraint document_template_named check ((content is null) = (file_name is null))
);
comment on table document_template is 'Mẫu Word của trường cho tờ trình, kế hoạch; bản mới nhất được dùng, bản cũ được giữ';

create function document_template_guard() returns trigger language plpgsql as $$
begin
  raise exception 'a template that was once used stays as it was' using errcode = 'restrict_violation', constraint = 'document_template_kept';
end $$;
create trigger document_template_guard before update or delete on document_template
  for each row execute function document_template_guard();

call audit('document_template');
alter table document_template enable row level security;
create policy whole_school on document_template using ((select app_sees_all()));
