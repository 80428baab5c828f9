-- Files that belong to a thing of the house: the guide of a round today; evidence, documents of a lecturer, decisions later.
-- The bytes stand beside the row that describes them, so that one backup, one restore and one check carry both.

create table kept_file (
  id bigint generated always as identity primary key,
  -- What it hangs on. One more kind of thing: its name in this check, and a policy for who reads it.
  subject_kind text not null constraint kept_file_subject check (subject_kind in ('needRound')),
  subject_id bigint not null,
  -- As it was typed, with diacritics.
  name text not null constraint kept_file_name_length check (length(name) between 1 and 200),
  -- By what the bytes are, never by the name.
  type text not null constraint kept_file_type check (type in ('pdf', 'docx', 'xlsx', 'pptx', 'doc', 'xls', 'ppt', 'png', 'jpeg')),
  size_bytes integer not null constraint kept_file_size check (size_bytes between 1 and 20000000),
  sha256 text not null constraint kept_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  made_by bigint not null references account,
  made_at timestamptz not null default now(),
  removed_by bigint references account,
  removed_at timestamptz,
  constraint kept_file_removed check ((removed_by is null) = (removed_at is null))
);
comment on table kept_file is 'Tệp kèm theo một việc (hướng dẫn của đợt nhu cầu); bỏ thì ghi lại ai, lúc nào';
create index kept_file_of on kept_file (subject_kind, subject_id);
-- The same content twice at one thing is one file.
create unique index kept_file_once on kept_file (subject_kind, subject_id, sha256) where removed_at is null;

create table kept_content (
  file_id bigint primary key references kept_file,
  bytes bytea not null
);
comment on table kept_content is 'Nội dung của tệp, nguyên văn; nhật ký giữ sha256 ở kept_file, không chép nội dung';
-- Word, Excel, PDF and pictures are packed already: trying to pack them again only costs time.
alter table kept_content alter column bytes set storage external;
revoke update on kept_content from nhip_app;

create function kept_file_guard() returns trigger language plpgsql as $$
begin
  if old.removed_at is not null or to_jsonb(new) - '{removed_by,removed_at}'::text[] <> to_jsonb(old) - '{removed_by,removed_at}'::text[] then
    raise exception 'a file stays as it was sent' using errcode = 'restrict_violation', constraint = 'kept_file_frozen';
  end if;
  return new;
end $$;
create trigger kept_file_guard before update on kept_file for each row execute function kept_file_guard();

call audit('kept_file');

alter table kept_file enable row level security;
alter table kept_content enable row level security;
create policy whole_school on kept_file using ((select app_sees_all()));
-- The guide of a round goes to the units that are asked in it: their answers are theirs already.
create policy of_need_round on kept_file for select using (subject_kind = 'needRound' and removed_at is null
  and exists (select from need_answer a where a.round_id = subject_id and a.unit_id = any ((select app_units())::bigint[])));
-- Content goes where its row goes.
create policy with_file on kept_content for select using (exists (select from kept_file f where f.id = file_id));
create policy with_file_made on kept_content for insert
  with check (exists (select from kept_file f where f.id = file_id and f.made_by = (select app_account())));
