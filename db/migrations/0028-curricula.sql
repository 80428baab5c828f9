-- Programmes in versions: the Academy's frame and what a school makes of it, drafted together with units, appraised, approved
-- and then frozen. Why it is built so: docs/decisions/0019.

create table curriculum (
  id bigint generated always as identity primary key,
  programme_id bigint not null references programme,
  -- frame: of the Academy, which a school may follow only within its limits; school: what is taught.
  kind text not null constraint curriculum_kind check (kind in ('frame', 'school')),
  number integer not null check (number > 0),
  title text not null constraint curriculum_title_length check (length(title) between 1 and 300),
  frame_id bigint references curriculum,
  -- The version it was copied from; the frame itself for the first one.
  starts_from_id bigint references curriculum,
  state text not null default 'draft' constraint curriculum_state check (state in ('draft', 'submitted', 'returned', 'approved', 'retired')),
  goals text not null default '' constraint curriculum_goals_length check (length(goals) <= 5000),
  source text not null default '' constraint curriculum_source_length check (length(source) <= 500),
  needs_confirmation boolean not null default false,
  made_by bigint references account,
  made_at timestamptz not null default now(),
  submitted_by bigint references account,
  submitted_at timestamptz,
  decided_by bigint references account,
  decided_at timestamptz,
  return_reason text,
  document_number text constraint curriculum_document_length check (length(document_number) between 1 and 100),
  document_on date,
  document_by text constraint curriculum_document_by_length check (length(document_by) between 1 and 200),
  -- In use from, and (retired) no longer from.
  from_on date,
  until_on date,
  version integer not null default 1,
  constraint curriculum_number_once unique (programme_id, kind, number),
  constraint curriculum_frame_of_school check (frame_id is null or kind = 'school'),
  constraint curriculum_submitted check (state in ('draft') or kind = 'frame' or (submitted_at is not null and submitted_by is not null)),
  constraint curriculum_decided check (state not in ('returned', 'approved', 'retired') or (decided_at is not null and decided_by is not null)),
  constraint curriculum_returned check (state <> 'returned' or return_reason is not null),
  constraint curriculum_document check ((state in ('approved', 'retired'))
    = (document_number is not null and document_on is not null and document_by is not null and from_on is not null)),
  constraint curriculum_retired check ((state = 'retired') = (until_on is not null)),
  constraint curriculum_period check (until_on is null or until_on > from_on),
  constraint curriculum_second_person check (kind = 'frame' or state not in ('approved', 'retired') or decided_by <> submitted_by)
);
comment on table curriculum is 'Phiên bản chương trình: chương trình khung của Học viện hoặc chương trình của trường; đã duyệt thì không ai sửa được';
comment on column curriculum.needs_confirmation is 'Nội dung mặc định, cần nhà trường xác nhận';
create index curriculum_frame on curriculum (frame_id);

create table curriculum_item (
  id bigint generated always as identity primary key,
  curriculum_id bigint not null references curriculum,
  parent_id bigint,
  kind text not null constraint curriculum_item_kind check (kind in ('part', 'module', 'topic')),
  position integer not null constraint curriculum_item_position check (position > 0),
  title text not null constraint curriculum_item_title_length check (length(title) between 1 and 500),
  outcomes text not null default '' constraint curriculum_item_outcomes_length check (length(outcomes) <= 5000),
  field_code text references teaching_field,
  theory_hours integer not null default 0 constraint curriculum_item_theory check (theory_hours between 0 and 5000),
  discussion_hours integer not null default 0 constraint curriculum_item_discussion check (discussion_hours between 0 and 5000),
  practice_hours integer not null default 0 constraint curriculum_item_practice check (practice_hours between 0 and 5000),
  field_hours integer not null default 0 constraint curriculum_item_field check (field_hours between 0 and 5000),
  self_study_hours integer not null default 0 constraint curriculum_item_self_study check (self_study_hours between 0 and 5000),
  report_hours integer not null default 0 constraint curriculum_item_report check (report_hours between 0 and 5000),
  exam_hours integer not null default 0 constraint curriculum_item_exam check (exam_hours between 0 and 5000),
  -- The same topic in every version: its own id where it began.
  lineage_id bigint not null,
  version integer not null default 1,
  constraint curriculum_item_in unique (id, curriculum_id),
  constraint curriculum_item_parent foreign key (parent_id, curriculum_id) references curriculum_item (id, curriculum_id),
  constraint curriculum_item_lineage_once unique (curriculum_id, lineage_id),
  constraint curriculum_item_place_once unique nulls not distinct (curriculum_id, parent_id, position) deferrable initially deferred
);
comment on table curriculum_item is 'Khối, học phần, chuyên đề của một phiên bản; số tiết theo hình thức; thứ tự trong mục cha';
comment on column curriculum_item.lineage_id is 'Cùng một mục qua các phiên bản';
create index curriculum_item_parent_of on curriculum_item (parent_id);
create index curriculum_item_lineage on curriculum_item (lineage_id);

-- What a frame allows. The narrowest one speaks: that of the item, else of what it stands in, else of the whole (no lineage).
create table curriculum_limit (
  id bigint generated always as identity primary key,
  curriculum_id bigint not null references curriculum,
  kind text not null constraint curriculum_limit_kind check (kind in ('drop', 'add', 'rename', 'move', 'hours', 'practice', 'total')),
  lineage_id bigint,
  -- drop, add, rename, move: whether it may be done.
  allows boolean,
  -- hours: by how much an item's may differ (maximum); practice: per cent at least (minimum); total: from, to.
  minimum integer constraint curriculum_limit_minimum check (minimum between 0 and 100000),
  maximum integer constraint curriculum_limit_maximum check (maximum between 0 and 100000),
  source text not null constraint curriculum_limit_source check (length(source) between 1 and 500),
  needs_confirmation boolean not null default true,
  version integer not null default 1,
  constraint curriculum_limit_once unique nulls not distinct (curriculum_id, kind, lineage_id),
  constraint curriculum_limit_says check (case
    when kind in ('drop', 'add', 'rename', 'move') then allows is not null and minimum is null and maximum is null
    when kind = 'hours' then allows is null and minimum is null and maximum is not null
    when kind = 'practice' then allows is null and lineage_id is null and minimum between 0 and 100 and maximum is null
    else allows is null and lineage_id is null and (minimum is not null or maximum is not null) and coalesce(minimum <= maximum, true) end)
);
comment on table curriculum_limit is 'Giới hạn của chương trình khung: được bỏ, thêm, đổi tên, chuyển, xê dịch số tiết đến đâu; có nguồn';

create table curriculum_collaborator (
  id bigint generated always as identity primary key,
  curriculum_id bigint not null references curriculum,
  unit_id bigint not null references unit,
  may_edit boolean not null,
  made_by bigint references account,
  made_at timestamptz not null default now(),
  version integer not null default 1,
  constraint curriculum_collaborator_once unique (curriculum_id, unit_id)
);
comment on table curriculum_collaborator is 'Đơn vị được mời cùng soạn một phiên bản: sửa, hoặc chỉ góp ý và đề nghị';
create index curriculum_collaborator_unit on curriculum_collaborator (unit_id);

-- One line for each change, with the reason that was given for it. From what to what stands in the record, by the transaction.
create table curriculum_change (
  id bigint generated always as identity primary key,
  curriculum_id bigint not null references curriculum,
  lineage_id bigint,
  act text not null constraint curriculum_change_act check (act in ('add', 'edit', 'move', 'remove', 'import', 'about', 'accept', 'limit')),
  reason_kind text constraint curriculum_change_reason_kind check (reason_kind in ('survey', 'outcome', 'regulation', 'need', 'other')),
  reason text not null default '' constraint curriculum_change_reason_length check (length(reason) <= 1000),
  transaction_id uuid,
  made_by bigint references account,
  made_at timestamptz not null default now()
);
comment on table curriculum_change is 'Thay đổi của phiên bản và lý do: kết quả khảo sát, đánh giá sau khóa học, quy định mới, nhu cầu';
create index curriculum_change_of on curriculum_change (curriculum_id, id);

create table curriculum_comment (
  id bigint generated always as identity primary key,
  curriculum_id bigint not null references curriculum,
  -- At an item; empty: at the version as a whole.
  lineage_id bigint,
  -- The comment that it answers.
  thread_id bigint references curriculum_comment,
  text text not null constraint curriculum_comment_text check (length(text) between 1 and 2000),
  made_by bigint not null references account,
  made_at timestamptz not null default now(),
  resolved_by bigint references account,
  resolved_at timestamptz,
  version integer not null default 1,
  constraint curriculum_comment_resolved check ((resolved_by is null) = (resolved_at is null)),
  constraint curriculum_comment_thread check (thread_id is null or resolved_by is null)
);
comment on table curriculum_comment is 'Góp ý tại một mục của dự thảo; đã giải quyết hay chưa';
create index curriculum_comment_of on curriculum_comment (curriculum_id, lineage_id);
create index curriculum_comment_thread_of on curriculum_comment (thread_id);

create table curriculum_proposal (
  id bigint generated always as identity primary key,
  curriculum_id bigint not null references curriculum,
  lineage_id bigint not null,
  -- Title, outcomes and hours of the item as the proposer saw them, and as they should be.
  base jsonb not null,
  proposed jsonb not null,
  reason_kind text constraint curriculum_proposal_reason_kind check (reason_kind in ('survey', 'outcome', 'regulation', 'need', 'other')),
  reason text not null default '' constraint curriculum_proposal_reason_length check (length(reason) <= 1000),
  unit_id bigint references unit,
  made_by bigint not null references account,
  made_at timestamptz not null default now(),
  state text not null default 'open' constraint curriculum_proposal_state check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  decided_by bigint references account,
  decided_at timestamptz,
  answer text constraint curriculum_proposal_answer_length check (length(answer) between 1 and 1000),
  version integer not null default 1,
  constraint curriculum_proposal_decided check ((state = 'open') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint curriculum_proposal_declined check (state <> 'declined' or answer is not null)
);
comment on table curriculum_proposal is 'Đề nghị sửa một mục của dự thảo, được nhận hoặc không nhận có lý do';
create index curriculum_proposal_of on curriculum_proposal (curriculum_id, lineage_id);

create table curriculum_appraisal (
  id bigint generated always as identity primary key,
  curriculum_id bigint not null references curriculum,
  round integer not null check (round > 0),
  council_number text constraint curriculum_appraisal_council_length check (length(council_number) between 1 and 100),
  council_on date,
  meets_on date,
  place text not null default '' constraint curriculum_appraisal_place_length check (length(place) <= 300),
  conclusion text not null default '' constraint curriculum_appraisal_conclusion_length check (length(conclusion) <= 5000),
  result text constraint curriculum_appraisal_result check (result in ('pass', 'passWithChanges', 'fail')),
  version integer not null default 1,
  constraint curriculum_appraisal_once unique (curriculum_id, round)
);
comment on table curriculum_appraisal is 'Thẩm định một phiên bản: hội đồng, ý kiến, kết luận; mỗi lần trình một lần thẩm định';

create table curriculum_council_member (
  id bigint generated always as identity primary key,
  appraisal_id bigint not null references curriculum_appraisal,
  name text not null constraint curriculum_council_name check (length(name) between 1 and 200),
  post text not null default '' constraint curriculum_council_post check (length(post) <= 300),
  role text not null constraint curriculum_council_role check (role in ('chair', 'reviewer', 'secretary', 'member')),
  account_id bigint references account,
  verdict text constraint curriculum_council_verdict check (verdict in ('agree', 'agreeWithChanges', 'disagree')),
  opinion text not null default '' constraint curriculum_council_opinion check (length(opinion) <= 5000),
  version integer not null default 1,
  constraint curriculum_council_once unique (appraisal_id, name)
);
comment on table curriculum_council_member is 'Thành viên hội đồng thẩm định và ý kiến của từng người';
create unique index curriculum_council_chair on curriculum_council_member (appraisal_id) where role = 'chair';
create unique index curriculum_council_secretary on curriculum_council_member (appraisal_id) where role = 'secretary';

create table situation (
  id bigint generated always as identity primary key,
  title text not null constraint situation_title_length check (length(title) between 1 and 300),
  search_key text not null,
  sort_key text collate "C" not null,
  text text not null constraint situation_text_length check (length(text) between 1 and 20000),
  kind text not null constraint situation_kind check (kind in ('situation', 'exercise')),
  field_code text references teaching_field,
  -- Whose it is; empty: the school's.
  unit_id bigint references unit,
  made_by bigint references account,
  made_at timestamptz not null default now(),
  withdrawn_on date,
  version integer not null default 1
);
comment on table situation is 'Ngân hàng tình huống, bài tập; của trường hoặc của một đơn vị';
create index situation_search on situation using gin (search_key gin_trgm_ops);
create index situation_unit on situation (unit_id);

create table situation_topic (
  id bigint generated always as identity primary key,
  situation_id bigint not null references situation,
  lineage_id bigint not null,
  constraint situation_topic_once unique (situation_id, lineage_id)
);
comment on table situation_topic is 'Tình huống dùng cho những chuyên đề nào, ở mọi phiên bản';
create index situation_topic_lineage on situation_topic (lineage_id);

-- A class runs on one version for ever.
alter table training_class add curriculum_id bigint references curriculum;
comment on column training_class.curriculum_id is 'Phiên bản chương trình của lớp; trống: lớp mở trước khi có phiên bản';
create index training_class_curriculum on training_class (curriculum_id) where curriculum_id is not null;
create function training_class_curriculum_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.curriculum_id is not null and new.curriculum_id is distinct from old.curriculum_id
    and old.opens_on <= current_date then
    raise exception 'an opened class keeps its version' using errcode = 'restrict_violation', constraint = 'class_curriculum_kept';
  end if;
  if new.curriculum_id is not null and not exists (select from curriculum c where c.id = new.curriculum_id
    and c.programme_id = new.programme_id and c.kind = 'school' and c.state in ('approved', 'retired')) then
    raise exception 'not an approved version of this programme' using errcode = 'restrict_violation', constraint = 'class_curriculum_fits';
  end if;
  return new;
end $$;
create trigger training_class_curriculum_guard before insert or update of curriculum_id, programme_id on training_class
  for each row execute function training_class_curriculum_guard();

-- Approved is frozen, for the owner of the database too; all that can still happen to it is that it is used no longer.
create function curriculum_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a version begins as a draft' using errcode = 'restrict_violation', constraint = 'curriculum_step';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'a version is kept' using errcode = 'restrict_violation', constraint = 'curriculum_frozen';
  end if;
  if old.state in ('approved', 'retired') then
    if old.state = 'approved' and new.state = 'retired'
      and to_jsonb(new) - '{state,until_on,version}'::text[] = to_jsonb(old) - '{state,until_on,version}'::text[] then
      return new;
    end if;
    raise exception 'an approved version is frozen' using errcode = 'restrict_violation', constraint = 'curriculum_frozen';
  end if;
  if new.programme_id <> old.programme_id or new.kind <> old.kind or new.number <> old.number then
    raise exception 'a version stays the one it is' using errcode = 'restrict_violation', constraint = 'curriculum_step';
  end if;
  if new.state <> old.state and not (
    (old.state in ('draft', 'returned') and new.state = 'submitted' and old.kind = 'school')
    or (old.state = 'submitted' and new.state in ('returned', 'approved'))
    or (old.state = 'draft' and new.state = 'approved' and old.kind = 'frame')
  ) then
    raise exception 'no step from % to %', old.state, new.state using errcode = 'restrict_violation', constraint = 'curriculum_step';
  end if;
  return new;
end $$;
create trigger curriculum_guard before insert or update or delete on curriculum for each row execute function curriculum_guard();

-- `for share` waits for a decision under way, so that nothing slips in beside it. By the owner: who works on one version together
-- with the school may lock it though it is not theirs to change.
create function curriculum_open(p_id bigint) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare s text;
begin
  select c.state into s from curriculum c where c.id = p_id for share;
  if s in ('approved', 'retired') then
    raise exception 'an approved version is frozen' using errcode = 'restrict_violation', constraint = 'curriculum_frozen';
  elsif s = 'submitted' then
    raise exception 'a submitted version does not change' using errcode = 'restrict_violation', constraint = 'curriculum_submitted_closed';
  end if;
end $$;

create function curriculum_item_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare above text;
begin
  if tg_op <> 'INSERT' then perform curriculum_open(old.curriculum_id); end if;
  if tg_op = 'DELETE' then return old; end if;
  perform curriculum_open(new.curriculum_id);
  if tg_op = 'INSERT' then
    new.lineage_id := coalesce(new.lineage_id, new.id);
  elsif new.curriculum_id <> old.curriculum_id or new.lineage_id <> old.lineage_id or new.kind <> old.kind then
    raise exception 'an item stays the one it is' using errcode = 'restrict_violation', constraint = 'curriculum_item_kept';
  end if;
  if new.parent_id is not null then
    select i.kind into above from curriculum_item i where i.id = new.parent_id;
    if new.kind = 'part' or above = 'topic' or (new.kind = 'module' and above = 'module') then
      raise exception 'a % does not stand in a %', new.kind, above using errcode = 'restrict_violation', constraint = 'curriculum_item_level';
    end if;
  end if;
  return new;
end $$;
create trigger curriculum_item_guard before insert or update or delete on curriculum_item for each row execute function curriculum_item_guard();

create function curriculum_limit_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform curriculum_open(case when tg_op = 'DELETE' then old.curriculum_id else new.curriculum_id end);
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger curriculum_limit_guard before insert or update or delete on curriculum_limit for each row execute function curriculum_limit_guard();

-- What a council has said about a version stays with it once it is approved.
create function curriculum_appraisal_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare s text;
begin
  select c.state into s from curriculum c where c.id = coalesce(
    (to_jsonb(case when tg_op = 'DELETE' then old else new end) ->> 'curriculum_id')::bigint,
    (select a.curriculum_id from curriculum_appraisal a
      where a.id = (to_jsonb(case when tg_op = 'DELETE' then old else new end) ->> 'appraisal_id')::bigint)) for share;
  if s in ('approved', 'retired') then
    raise exception 'the appraisal of an approved version is closed' using errcode = 'restrict_violation', constraint = 'curriculum_frozen';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger curriculum_appraisal_guard before insert or update or delete on curriculum_appraisal
  for each row execute function curriculum_appraisal_guard();
create trigger curriculum_council_guard before insert or update or delete on curriculum_council_member
  for each row execute function curriculum_appraisal_guard();

create function curriculum_refuse_truncate() returns trigger language plpgsql as $$
begin
  if exists (select from curriculum where state in ('approved', 'retired')) then
    raise exception 'an approved version is frozen' using errcode = 'restrict_violation', constraint = 'curriculum_frozen';
  end if;
  return null;
end $$;
create trigger curriculum_no_truncate before truncate on curriculum execute function curriculum_refuse_truncate();
create trigger curriculum_item_no_truncate before truncate on curriculum_item execute function curriculum_refuse_truncate();

-- Who works on a version together with the school, by unit.
create function curriculum_is_invited(p_id bigint, p_edits boolean) returns boolean language sql stable as $$
  select exists (select from curriculum_collaborator k where k.curriculum_id = p_id and (k.may_edit or not p_edits)
    and k.unit_id = any ((select app_units())::bigint[]))
$$;

-- Changes of one outline, from what to what, for who works on it.
create function curriculum_history(p_id bigint) returns table (change_id bigint, action text, row_id text, before jsonb, after jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, l.action, l.row_id, l.before, l.after from curriculum_change c
    join audit_line l on l.transaction_id = c.transaction_id and l.table_name in ('curriculum_item', 'curriculum')
  where c.curriculum_id = p_id and (app_sees_all() or exists (select from curriculum_collaborator k
    where k.curriculum_id = p_id and k.unit_id = any (app_units())))
  order by l.id
$$;

grant delete on curriculum_item, curriculum_limit, curriculum_collaborator, curriculum_council_member, situation_topic to nhip_app;
revoke update on curriculum_change from nhip_app;
call audit('curriculum');
call audit('curriculum_item');
call audit('curriculum_limit');
call audit('curriculum_collaborator');
call audit('curriculum_change');
call audit('curriculum_comment');
call audit('curriculum_proposal');
call audit('curriculum_appraisal');
call audit('curriculum_council_member');
call audit('situation');
call audit('situation_topic');

-- What is approved is known to everybody who is signed in; a draft to the school and to the units that were invited to it.
alter table curriculum enable row level security;
alter table curriculum_item enable row level security;
alter table curriculum_limit enable row level security;
alter table curriculum_collaborator enable row level security;
alter table curriculum_change enable row level security;
alter table curriculum_comment enable row level security;
alter table curriculum_proposal enable row level security;
alter table curriculum_appraisal enable row level security;
alter table curriculum_council_member enable row level security;
alter table situation enable row level security;
alter table situation_topic enable row level security;
create policy whole_school on curriculum using ((select app_sees_all()));
create policy whole_school on curriculum_item using ((select app_sees_all()));
create policy whole_school on curriculum_limit using ((select app_sees_all()));
create policy whole_school on curriculum_collaborator using ((select app_sees_all()));
create policy whole_school on curriculum_change using ((select app_sees_all()));
create policy whole_school on curriculum_comment using ((select app_sees_all()));
create policy whole_school on curriculum_proposal using ((select app_sees_all()));
create policy whole_school on curriculum_appraisal using ((select app_sees_all()));
create policy whole_school on curriculum_council_member using ((select app_sees_all()));
create policy whole_school on situation using ((select app_sees_all()));
create policy whole_school on situation_topic using ((select app_sees_all()));

create policy own_invitation on curriculum_collaborator for select using (unit_id = any ((select app_units())::bigint[]));
create policy approved on curriculum for select using ((select app_account()) is not null and state in ('approved', 'retired'));
create policy invited on curriculum for select using (curriculum_is_invited(id, false));
create policy with_curriculum on curriculum_item for select using (exists (select from curriculum c where c.id = curriculum_id));
create policy with_curriculum on curriculum_limit for select using (exists (select from curriculum c where c.id = curriculum_id));
create policy invited on curriculum_item for insert with check (curriculum_is_invited(curriculum_id, true));
create policy invited_edits on curriculum_item for update using (curriculum_is_invited(curriculum_id, true));
create policy invited_removes on curriculum_item for delete using (curriculum_is_invited(curriculum_id, true));
create policy invited on curriculum_change for select using (curriculum_is_invited(curriculum_id, false));
create policy invited_makes on curriculum_change for insert
  with check (curriculum_is_invited(curriculum_id, true) and made_by = (select app_account()));
create policy invited on curriculum_comment for select using (curriculum_is_invited(curriculum_id, false));
create policy invited_makes on curriculum_comment for insert
  with check (curriculum_is_invited(curriculum_id, false) and made_by = (select app_account()));
create policy invited_resolves on curriculum_comment for update using (curriculum_is_invited(curriculum_id, false));
create policy invited on curriculum_proposal for select using (curriculum_is_invited(curriculum_id, false));
create policy invited_makes on curriculum_proposal for insert
  with check (curriculum_is_invited(curriculum_id, false) and made_by = (select app_account()) and unit_id = any ((select app_units())::bigint[]));
create policy invited_withdraws on curriculum_proposal for update
  using (made_by = (select app_account()) and curriculum_is_invited(curriculum_id, false));

-- The bank is for who works for the school or for a unit, not for learners; a unit changes its own.
create policy of_units on situation for select using (cardinality((select app_units())) > 0);
create policy of_units on situation_topic for select using (exists (select from situation s where s.id = situation_id));
create policy own_unit on situation for insert with check (unit_id = any ((select app_units())::bigint[]));
create policy own_unit_edits on situation for update using (unit_id = any ((select app_units())::bigint[]));
create policy own_unit on situation_topic for insert with check (exists (select from situation s
  where s.id = situation_id and s.unit_id = any ((select app_units())::bigint[])));
create policy own_unit_removes on situation_topic for delete using (exists (select from situation s
  where s.id = situation_id and s.unit_id = any ((select app_units())::bigint[])));

alter table kept_file drop constraint kept_file_subject;
alter table kept_file add constraint kept_file_subject check (subject_kind in ('needRound', 'situation'));
create policy of_situation on kept_file for select using (subject_kind = 'situation' and removed_at is null
  and exists (select from situation s where s.id = subject_id));
create policy of_situation_made on kept_file for insert with check (subject_kind = 'situation' and made_by = (select app_account())
  and exists (select from situation s where s.id = subject_id and s.unit_id = any ((select app_units())::bigint[])));
create policy of_situation_removed on kept_file for update using (subject_kind = 'situation'
  and exists (select from situation s where s.id = subject_id and s.unit_id = any ((select app_units())::bigint[])));
