-- A case per problem of a learner: who raised it, who has it in hand, until when, what was said, proposed and decided, and how long
-- the answer and the solution took. A sensitive case is seen by those who are named in it, and by nobody else.

create table learner_case (
  id bigint generated always as identity primary key,
  person_id bigint not null constraint learner_case_person_id_fkey references person,
  -- The learner's name and unit on the day the case was raised: the case stays with the unit that sent the learner.
  learner_name text not null,
  unit_id bigint not null constraint learner_case_unit_id_fkey references unit,
  class_id bigint constraint learner_case_class_id_fkey references training_class,
  kind text not null constraint learner_case_kind_check
    check (kind in ('schedule', 'recall', 'results', 'conduct', 'health', 'policy', 'living', 'other')),
  title text not null constraint learner_case_title_length check (length(title) between 1 and 200),
  search_key text not null,
  is_sensitive boolean not null default false,
  learner_sees boolean not null default true,
  raised_by bigint not null references account,
  raised_side text not null constraint learner_case_raised_side_check check (raised_side in ('school', 'unit', 'learner', 'committee')),
  raised_at timestamptz not null default now(),
  owner_id bigint references account,
  -- The owner's name when the case was given: accounts of one side are not shown to the other.
  owner_name text,
  due_on date not null,
  state text not null default 'open' constraint learner_case_state_check check (state in ('open', 'decided', 'solved', 'withdrawn')),
  -- The first word of another side than the one that raised it.
  answered_at timestamptz,
  decided_at timestamptz,
  solved_at timestamptz,
  version integer not null default 1,
  constraint learner_case_owned check ((owner_id is null) = (owner_name is null)),
  constraint learner_case_solved check ((state in ('solved', 'withdrawn')) = (solved_at is not null)),
  constraint learner_case_order check (answered_at >= raised_at and solved_at >= raised_at)
);
comment on table learner_case is 'Vụ việc của học viên: khó khăn, vướng mắc được nêu, giải quyết giữa trường và đơn vị';
comment on column learner_case.is_sensitive is 'Nhạy cảm: chỉ người được nêu tên trong vụ việc được xem';
create index learner_case_unit on learner_case (unit_id);
create index learner_case_person on learner_case (person_id);
create index learner_case_class on learner_case (class_id) where class_id is not null;
create index learner_case_owner on learner_case (owner_id) where state in ('open', 'decided');
create index learner_case_open on learner_case (due_on) where state in ('open', 'decided');
create index learner_case_raised on learner_case (raised_at desc);
create index learner_case_search on learner_case using gin (search_key gin_trgm_ops);

-- What happened in a case, in its order; never changed.
create table learner_case_entry (
  id bigint generated always as identity primary key,
  case_id bigint not null references learner_case,
  kind text not null constraint learner_case_entry_kind_check check (kind in
    ('raised', 'message', 'proposal', 'owner', 'due', 'decision', 'solved', 'reopened', 'withdrawn', 'sensitive', 'ordinary', 'named', 'unnamed')),
  text text not null default '' constraint learner_case_entry_text_length check (length(text) <= 4000),
  side text not null,
  made_by bigint not null references account,
  made_by_name text not null,
  made_at timestamptz not null default now(),
  -- Whom it was given to or who was named.
  to_name text,
  due_on date
);
comment on table learner_case_entry is 'Diễn biến của một vụ việc: trao đổi, đề xuất, quyết định, giao người, đổi hạn';
create index learner_case_entry_case on learner_case_entry (case_id, id);

create table learner_case_member (
  id bigint generated always as identity primary key,
  case_id bigint not null references learner_case,
  account_id bigint not null references account,
  name text not null,
  named_at timestamptz not null default now(),
  constraint learner_case_member_once unique (case_id, account_id)
);
comment on table learner_case_member is 'Người được nêu tên trong vụ việc nhạy cảm';
create index learner_case_member_account on learner_case_member (account_id);
grant delete on learner_case_member to nhip_app;

create function learner_case_entry_guard() returns trigger language plpgsql as $$
begin
  raise exception 'what happened in a case stays' using errcode = 'restrict_violation', constraint = 'learner_case_entry_stays';
end $$;
create trigger learner_case_entry_guard before update or delete on learner_case_entry for each row execute function learner_case_entry_guard();

call audit('learner_case');
call audit('learner_case_entry');
call audit('learner_case_member');

-- Asked by the policies of a case, so past the policies of its members.
create function learner_case_names_me(p_case_id bigint) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select from learner_case_member m where m.case_id = p_case_id and m.account_id = app_account()) $$;

-- Who may be given a case or named in it: of the school who works with learners, of the unit and those above it its officers. Each
-- side is shown the names of the other here and nowhere else. Nothing to whom the case is not shown.
create function learner_case_accounts(p_case_id bigint, on_day date) returns table (account_id bigint, name text, role text, unit_id bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (a.sort_key, a.id) a.id, a.name, g.role, g.unit_id
  from learner_case c join role_grant g on daterange(g.from_on, g.until_on) @> on_day join account a on a.id = g.account_id
  where c.id = p_case_id and not a.is_disabled
    and (g.role in ('rectorate', 'trainingOffice', 'headTeacher', 'organisationCommittee')
      or (g.role in ('unitHead', 'unitCoordinator') and c.unit_id in (select units_in_scope(g.unit_id, on_day))))
    and case when c.is_sensitive then learner_case_names_me(c.id)
      else app_sees_all() or c.unit_id = any (app_units()) or (c.learner_sees and c.person_id = app_person()) end
  order by a.sort_key, a.id, g.role
$$;

alter table learner_case enable row level security;
alter table learner_case_entry enable row level security;
alter table learner_case_member enable row level security;
create policy ordinary_of_school on learner_case using (not is_sensitive and (select app_sees_all()));
create policy ordinary_of_unit on learner_case using (not is_sensitive and unit_id = any ((select app_units())::bigint[]));
create policy ordinary_of_learner on learner_case using (not is_sensitive and learner_sees and person_id = (select app_person()));
create policy sensitive_of_named on learner_case using (is_sensitive and learner_case_names_me(id));
create policy raised_in_own_name on learner_case as restrictive for insert with check (raised_by = (select app_account()));
create policy of_case on learner_case_entry using (exists (select from learner_case c where c.id = case_id));
create policy of_case on learner_case_member using (exists (select from learner_case c where c.id = case_id));

-- Files of a case: seen with it.
alter table kept_file drop constraint kept_file_subject;
alter table kept_file add constraint kept_file_subject check (subject_kind in ('needRound', 'situation', 'lecturer', 'fieldStudy', 'learnerCase'));
create policy of_learner_case on kept_file for select using (subject_kind = 'learnerCase' and removed_at is null
  and exists (select from learner_case c where c.id = subject_id));
create policy of_learner_case_made on kept_file for insert with check (subject_kind = 'learnerCase' and made_by = (select app_account())
  and exists (select from learner_case c where c.id = subject_id));
create policy of_learner_case_removed on kept_file for update using (subject_kind = 'learnerCase' and made_by = (select app_account())
  and exists (select from learner_case c where c.id = subject_id));
-- The whole school reads files; not those of a case that it may not see.
create policy shut_with_learner_case on kept_file as restrictive
  using (subject_kind <> 'learnerCase' or exists (select from learner_case c where c.id = subject_id));
