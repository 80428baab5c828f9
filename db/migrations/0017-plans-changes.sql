-- Plans of a period beside annual ones, and changes within the year against the approved plan.

-- A plan is of one year, or of a period of years: never both.
alter table plan alter year drop not null;
alter table plan
  add from_year integer,
  add until_year integer,
  add constraint plan_year_or_period check ((year is null) = (from_year is not null and until_year is not null)),
  add constraint plan_period check (from_year between 1990 and 2100 and until_year between from_year + 1 and from_year + 19),
  add constraint plan_period_once unique (from_year, until_year);
comment on column plan.year is 'Năm của kế hoạch năm; trống khi là kế hoạch giai đoạn';
comment on column plan.until_year is 'Năm cuối của giai đoạn, tính cả năm đó';

create function sum_of(integer[]) returns bigint language sql immutable parallel safe as
  $$ select coalesce(sum(one), 0) from unnest($1) one $$;
alter table plan_line
  add opened_by_year integer[],
  add constraint plan_line_opened_by_year check
    (opened_by_year is null or (sum_of(opened_by_year) = opened and 0 <= all (opened_by_year)));
comment on column plan_line.opened_by_year is 'Kế hoạch giai đoạn: số lớp mở mới của từng năm, cộng lại bằng cả giai đoạn; trống khi chỉ có chỉ tiêu cả giai đoạn';

create table plan_change (
  id bigint generated always as identity primary key,
  plan_id bigint not null references plan,
  kind text not null constraint plan_change_kind check (kind in ('add', 'drop', 'move', 'resize', 'merge', 'split')),
  state text not null default 'proposed' constraint plan_change_state check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  reason text not null constraint plan_change_reason check (length(reason) between 5 and 1000),
  -- Empty: the school itself.
  proposer_unit_id bigint references unit,
  proposed_by bigint not null references account,
  proposed_at timestamptz not null default now(),
  letter_number text constraint plan_change_letter_length check (length(letter_number) between 1 and 100),
  letter_on date,
  decided_by bigint references account,
  decided_at timestamptz,
  document_number text constraint plan_change_document_length check (length(document_number) between 1 and 100),
  document_on date,
  answer text constraint plan_change_answer check (length(answer) between 5 and 1000),
  -- The approved version on which it stands: together they are the adjusted plan.
  applied_to_id bigint references plan_version,
  version integer not null default 1,
  constraint plan_change_decided check ((state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint plan_change_approved check
    (state <> 'approved' or (applied_to_id is not null and document_number is not null and document_on is not null)),
  constraint plan_change_applied check (state = 'approved' or applied_to_id is null),
  constraint plan_change_answered check (state not in ('refused', 'withdrawn') or answer is not null),
  constraint plan_change_second_person check (state not in ('approved', 'refused') or decided_by <> proposed_by)
);
comment on table plan_change is 'Đề xuất điều chỉnh kế hoạch trong năm: bổ sung, bỏ, dời thời gian, đổi quy mô, ghép, tách';
comment on column plan_change.letter_number is 'Văn bản đề xuất';
comment on column plan_change.document_number is 'Văn bản quyết định';
create index plan_change_plan on plan_change (plan_id, state);
create index plan_change_applied on plan_change (applied_to_id) where applied_to_id is not null;
create index plan_change_proposer on plan_change (proposer_unit_id);

-- What a change does, line by line: as it was when it was proposed, and as it is to be. Nothing else of a line changes.
create table plan_change_line (
  id bigint generated always as identity primary key,
  change_id bigint not null references plan_change,
  line_key uuid not null default gen_random_uuid(),
  is_new boolean not null default false,
  opened_before integer not null,
  opened integer not null constraint plan_change_line_opened_range check (opened between 0 and 10000),
  learners_before integer,
  learners integer constraint plan_change_line_learners_range check (learners between 0 and 10000000),
  months_before integer[] not null default '{}',
  months integer[] not null default '{}' constraint plan_change_line_months check (months <@ array[1,2,3,4,5,6,7,8,9,10,11,12]),
  -- Only a new line brings these; those of another stay as they are.
  group_code text references programme_group,
  programme_id bigint references programme,
  title text constraint plan_change_line_title_length check (length(title) between 1 and 300),
  mode_code text references study_mode,
  bloc text check (bloc in ('party', 'state', 'front')),
  partner_unit_id bigint references unit,
  partner_text text constraint plan_change_line_partner_length check (length(partner_text) <= 300),
  place text constraint plan_change_line_place_length check (length(place) <= 300),
  budget_dong bigint constraint plan_change_line_budget_range check (budget_dong between 0 and 9000000000000000),
  note text constraint plan_change_line_note_length check (length(note) <= 1000),
  constraint plan_change_line_once unique (change_id, line_key),
  constraint plan_change_line_new check (is_new = (group_code is not null and title is not null and mode_code is not null))
);
comment on table plan_change_line is 'Nội dung điều chỉnh của từng dòng: trước và sau';
create index plan_change_line_key on plan_change_line (line_key);

-- Once decided a change stays as it is, and its content was fixed when it was proposed.
create function plan_change_guard() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed' then
    raise exception 'a decided change is frozen' using errcode = 'restrict_violation', constraint = 'plan_change_frozen';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if (new.plan_id, new.kind, new.reason, new.proposed_by, new.proposed_at) is distinct from
     (old.plan_id, old.kind, old.reason, old.proposed_by, old.proposed_at) then
    raise exception 'a proposed change stays the one it is' using errcode = 'restrict_violation', constraint = 'plan_change_frozen';
  end if;
  return new;
end $$;
create trigger plan_change_guard before update or delete on plan_change for each row execute function plan_change_guard();

create function plan_change_line_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and exists (select from plan_change c where c.id = new.change_id and c.state = 'proposed') then
    return new;
  end if;
  raise exception 'the content of a change stays as it was proposed' using errcode = 'restrict_violation', constraint = 'plan_change_frozen';
end $$;
create trigger plan_change_line_guard before insert or update or delete on plan_change_line
  for each row execute function plan_change_line_guard();
create trigger plan_change_no_truncate before truncate on plan_change execute function plan_refuse_truncate();
create trigger plan_change_line_no_truncate before truncate on plan_change_line execute function plan_refuse_truncate();

-- The lines of a version with the approved changes that stand on it: of several on one line the newest says how it is now.
create view plan_line_adjusted with (security_invoker = true) as
  select l.id, l.version_id, l.line_key, l.group_code, l.programme_id, l.title, l.mode_code, l.bloc, l.carried_over,
    coalesce(e.opened, l.opened) as opened, l.carried_over + coalesce(e.opened, l.opened) as classes,
    case when e.id is null then l.learners else e.learners end as learners,
    l.partner_unit_id, l.partner_text, l.place, case when e.id is null then l.months else e.months end as months,
    l.budget_dong, l.note, l.sort_order, e.change_id
  from plan_line l
  left join lateral (
    select x.* from plan_change_line x join plan_change c on c.id = x.change_id
    where x.line_key = l.line_key and c.applied_to_id = l.version_id
    order by c.decided_at desc, c.id desc limit 1
  ) e on true
  union all
  select n.id, c.applied_to_id, n.line_key, n.group_code, n.programme_id, n.title, n.mode_code, n.bloc, 0, e.opened, e.opened,
    e.learners, n.partner_unit_id, n.partner_text, n.place, e.months, n.budget_dong, n.note, 1000000 + n.id::integer, e.change_id
  from plan_change_line n
  join plan_change c on c.id = n.change_id
  cross join lateral (
    select x.* from plan_change_line x join plan_change o on o.id = x.change_id
    where x.line_key = n.line_key and o.applied_to_id = c.applied_to_id
    order by o.decided_at desc, o.id desc limit 1
  ) e
  where n.is_new and c.applied_to_id is not null;
comment on view plan_line_adjusted is 'Kế hoạch điều chỉnh: phiên bản đã duyệt cùng các điều chỉnh đã duyệt trên nó';
grant select on plan_line_adjusted to nhip_app;

call audit('plan_change');
call audit('plan_change_line');

-- A unit sees and withdraws what it has proposed itself; what was approved is part of the plan that everybody reads.
alter table plan_change enable row level security;
alter table plan_change_line enable row level security;
create policy whole_school on plan_change using ((select app_sees_all()));
create policy published on plan_change for select using ((select app_account()) is not null and state = 'approved');
create policy own_unit on plan_change for select using (proposer_unit_id = any ((select app_units())::bigint[]));
create policy proposed_by_unit on plan_change for insert
  with check (proposer_unit_id = any ((select app_units())::bigint[]) and state = 'proposed');
create policy withdrawn_by_unit on plan_change for update using (proposer_unit_id = any ((select app_units())::bigint[]))
  with check (proposer_unit_id = any ((select app_units())::bigint[]) and state = 'withdrawn');
create policy with_its_change on plan_change_line using (exists (select from plan_change c where c.id = change_id))
  with check ((select app_sees_all()) or exists (select from plan_change c
    where c.id = change_id and c.proposer_unit_id = any ((select app_units())::bigint[])));
