-- The plan of a year: versions with lines. What was approved is frozen here, not on the page.

create table plan (
  id bigint generated always as identity primary key,
  year integer not null constraint plan_year_once unique constraint plan_year_range check (year between 1990 and 2100),
  title text not null constraint plan_title_length check (length(title) between 1 and 300),
  assigned_by text constraint plan_assigned_by_length check (length(assigned_by) <= 200),
  created_at timestamptz not null default now(),
  version integer not null default 1
);
comment on table plan is 'Kế hoạch đào tạo, bồi dưỡng của một năm; nội dung nằm ở các phiên bản';
comment on column plan.assigned_by is 'Cơ quan giao, «Thường trực Tỉnh ủy»';

create table plan_version (
  id bigint generated always as identity primary key,
  plan_id bigint not null references plan,
  number integer not null check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved')),
  copied_from_id bigint references plan_version,
  made_by bigint references account,
  made_at timestamptz not null default now(),
  submitted_by bigint references account,
  submitted_at timestamptz,
  decided_by bigint references account,
  decided_at timestamptz,
  document_number text constraint plan_version_document_length check (length(document_number) between 1 and 100),
  document_on date,
  return_reason text,
  version integer not null default 1,
  constraint plan_version_number_once unique (plan_id, number),
  constraint plan_version_submitted check (state = 'draft' or (submitted_at is not null and submitted_by is not null)),
  constraint plan_version_decided check (state not in ('returned', 'approved') or (decided_at is not null and decided_by is not null)),
  constraint plan_version_returned check (state <> 'returned' or return_reason is not null),
  constraint plan_version_document check ((state = 'approved') = (document_number is not null and document_on is not null)),
  constraint plan_version_second_person check (state not in ('returned', 'approved') or decided_by <> submitted_by)
);
comment on table plan_version is 'Phiên bản kế hoạch: dự thảo, đã trình, trả lại, đã duyệt; đã duyệt thì không ai sửa được';
comment on column plan_version.decided_at is 'Lần quyết định gần nhất: trả lại hoặc duyệt';
-- Whatever is not approved is under way, and only one may be.
create unique index plan_version_one_open on plan_version (plan_id) where state <> 'approved';

create table plan_line (
  id bigint generated always as identity primary key,
  version_id bigint not null references plan_version,
  -- The same line in every version that was copied from another.
  line_key uuid not null default gen_random_uuid(),
  group_code text not null references programme_group,
  -- Empty: the line is for the whole group, its title is its own words.
  programme_id bigint references programme,
  title text not null constraint plan_line_title_length check (length(title) between 1 and 300),
  mode_code text not null default 'none' references study_mode,
  bloc text check (bloc in ('party', 'state', 'front')),
  carried_over integer not null default 0 constraint plan_line_carried_over_range check (carried_over between 0 and 10000),
  opened integer not null default 0 constraint plan_line_opened_range check (opened between 0 and 10000),
  classes integer not null generated always as (carried_over + opened) stored constraint plan_line_some_class check (classes > 0),
  learners integer constraint plan_line_learners_range check (learners between 0 and 10000000),
  partner_unit_id bigint references unit,
  partner_text text constraint plan_line_partner_length check (length(partner_text) <= 300),
  place text constraint plan_line_place_length check (length(place) <= 300),
  months integer[] not null default '{}' constraint plan_line_months check (months <@ array[1,2,3,4,5,6,7,8,9,10,11,12]),
  budget_dong bigint constraint plan_line_budget_range check (budget_dong between 0 and 9000000000000000),
  note text constraint plan_line_note_length check (length(note) <= 1000),
  sort_order integer not null,
  version integer not null default 1,
  constraint plan_line_key_once unique (version_id, line_key)
);
comment on table plan_line is 'Dòng kế hoạch: số lớp = chuyển tiếp + mở mới';
comment on column plan_line.learners is 'Số học viên dự kiến (lượt)';
comment on column plan_line.partner_text is 'Đơn vị phối hợp như đã ghi, khi không ứng với một đơn vị nào';
create index plan_line_programme on plan_line (programme_id);
create index plan_line_partner on plan_line (partner_unit_id);

-- Approved is frozen, for the owner of the database too. The way there has no short cut.
create function plan_version_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a version begins as a draft' using errcode = 'restrict_violation', constraint = 'plan_version_step';
    end if;
    return new;
  end if;
  if old.state = 'approved' then
    raise exception 'an approved version of a plan is frozen' using errcode = 'restrict_violation', constraint = 'plan_version_frozen';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.plan_id <> old.plan_id or new.number <> old.number then
    raise exception 'a version stays the one it is' using errcode = 'restrict_violation', constraint = 'plan_version_step';
  end if;
  if new.state <> old.state and not (
    (old.state in ('draft', 'returned') and new.state = 'submitted') or (old.state = 'submitted' and new.state in ('returned', 'approved'))
  ) then
    raise exception 'no step from % to %', old.state, new.state using errcode = 'restrict_violation', constraint = 'plan_version_step';
  end if;
  return new;
end $$;
create trigger plan_version_guard before insert or update or delete on plan_version for each row execute function plan_version_guard();

-- `for share` waits for a decision under way, so that no line slips in beside an approval. What lies with the committee
-- does not change under its eyes either.
create function plan_line_guard() returns trigger language plpgsql as $$
declare s text;
begin
  for s in
    select v.state from plan_version v
    where v.id in (case when tg_op <> 'INSERT' then old.version_id end, case when tg_op <> 'DELETE' then new.version_id end)
    for share
  loop
    if s = 'approved' then
      raise exception 'an approved version of a plan is frozen' using errcode = 'restrict_violation', constraint = 'plan_version_frozen';
    elsif s = 'submitted' then
      raise exception 'a submitted version of a plan does not change' using errcode = 'restrict_violation', constraint = 'plan_version_submitted_closed';
    end if;
  end loop;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger plan_line_guard before insert or update or delete on plan_line for each row execute function plan_line_guard();

create function plan_guard() returns trigger language plpgsql as $$
begin
  if exists (select from plan_version v where v.plan_id = old.id and v.state = 'approved') then
    raise exception 'the plan of a year with an approved version keeps its name' using errcode = 'restrict_violation', constraint = 'plan_frozen';
  end if;
  if exists (select from plan_version v where v.plan_id = old.id and v.state = 'submitted') then
    raise exception 'a submitted plan keeps its name' using errcode = 'restrict_violation', constraint = 'plan_version_submitted_closed';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger plan_guard before update or delete on plan for each row execute function plan_guard();

create function plan_refuse_truncate() returns trigger language plpgsql as $$
begin
  if exists (select from plan_version where state = 'approved') then
    raise exception 'an approved version of a plan is frozen' using errcode = 'restrict_violation', constraint = 'plan_version_frozen';
  end if;
  return null;
end $$;
create trigger plan_no_truncate before truncate on plan execute function plan_refuse_truncate();
create trigger plan_version_no_truncate before truncate on plan_version execute function plan_refuse_truncate();
create trigger plan_line_no_truncate before truncate on plan_line execute function plan_refuse_truncate();

grant delete on plan_line to nhip_app;
call audit('plan');
call audit('plan_version');
call audit('plan_line');

-- What was submitted or approved is known to every unit; what is still being written, to the whole school's people only.
alter table plan enable row level security;
alter table plan_version enable row level security;
alter table plan_line enable row level security;
create policy whole_school on plan using ((select app_sees_all()));
create policy whole_school on plan_version using ((select app_sees_all()));
create policy whole_school on plan_line using ((select app_sees_all()));
create policy published on plan_version for select
  using ((select app_account()) is not null and state in ('submitted', 'approved'));
create policy published on plan for select using ((select app_account()) is not null and exists (
  select from plan_version v where v.plan_id = plan.id and v.state in ('submitted', 'approved')));
create policy published on plan_line for select using ((select app_account()) is not null and exists (
  select from plan_version v where v.id = plan_line.version_id and v.state in ('submitted', 'approved')));
