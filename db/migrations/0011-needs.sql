-- What units need: a round asks, each asked unit gives one answer, an answer has lines. The way of an answer is guarded here,
-- like that of a plan: asked → draft → submitted (coordinator) → confirmed (head) or returned (head, school) → submitted again.

create table need_round (
  id bigint generated always as identity primary key,
  title text not null constraint need_round_title_length check (length(title) between 1 and 300),
  year integer not null constraint need_round_year check (year between 1990 and 2100),
  -- A round for a period (a term of office): the last year of it. Empty: for one year.
  until_year integer constraint need_round_until_year check (until_year between 1990 and 2100),
  guide text constraint need_round_guide_length check (length(guide) <= 10000),
  opens_on date not null,
  closes_on date not null,
  asks text not null default 'all' check (asks in ('all', 'chosen')),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  made_by bigint references account,
  made_at timestamptz not null default now(),
  opened_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  constraint need_round_period check (opens_on <= closes_on),
  constraint need_round_years check (until_year is null or until_year > year),
  constraint need_round_opened check (state = 'draft' or opened_at is not null),
  constraint need_round_closed check ((state = 'closed') = (closed_at is not null))
);
comment on table need_round is 'Đợt đăng ký nhu cầu: dự thảo, đang mở, đã đóng';
comment on column need_round.closes_on is 'Hạn trả lời (tính cả ngày này); chỉ được lùi, có lý do';

create table need_round_programme (
  round_id bigint not null references need_round,
  programme_id bigint not null references programme,
  primary key (round_id, programme_id)
);
comment on table need_round_programme is 'Chương trình được đăng ký trong đợt';

-- Who is to be asked, while the round is a draft and does not ask all. When it opens, the answers say who was asked.
create table need_round_unit (
  round_id bigint not null references need_round,
  unit_id bigint not null references unit,
  primary key (round_id, unit_id)
);
comment on table need_round_unit is 'Đơn vị được hỏi, khi đợt không hỏi tất cả';

create table need_extension (
  id bigint generated always as identity primary key,
  round_id bigint not null references need_round,
  before_on date not null,
  after_on date not null,
  reason text not null constraint need_extension_reason check (length(reason) between 5 and 1000),
  made_by bigint references account,
  made_at timestamptz not null default now(),
  constraint need_extension_later check (after_on > before_on)
);
comment on table need_extension is 'Lần lùi hạn của đợt, có lý do';

create table need_answer (
  id bigint generated always as identity primary key,
  round_id bigint not null references need_round,
  unit_id bigint not null references unit,
  state text not null default 'asked' check (state in ('asked', 'draft', 'submitted', 'confirmed', 'returned')),
  -- The unit says that it needs nothing: an answer too.
  no_need boolean not null default false,
  note text constraint need_answer_note_length check (length(note) <= 2000),
  opened_at timestamptz,
  opened_by bigint references account,
  submitted_at timestamptz,
  submitted_by bigint references account,
  confirmed_at timestamptz,
  confirmed_by bigint references account,
  returned_at timestamptz,
  returned_by bigint references account,
  -- Who sent it back: the unit's own head, or the school.
  returned_from text check (returned_from in ('head', 'school')),
  return_reason text constraint need_answer_reason check (length(return_reason) between 5 and 1000),
  version integer not null default 1,
  constraint need_answer_once unique (round_id, unit_id),
  constraint need_answer_key unique (id, round_id, unit_id),
  constraint need_answer_submitted check (state not in ('submitted', 'confirmed') or (submitted_at is not null and submitted_by is not null)),
  constraint need_answer_confirmed check (state <> 'confirmed' or (confirmed_at is not null and confirmed_by is not null)),
  constraint need_answer_returned check (state <> 'returned'
    or (returned_at is not null and returned_from is not null and return_reason is not null))
);
comment on table need_answer is 'Phiếu trả lời của một đơn vị trong một đợt';
comment on column need_answer.opened_at is 'Lúc đơn vị mở phiếu lần đầu';
create index need_answer_unit on need_answer (unit_id);

create table need (
  id bigint generated always as identity primary key,
  answer_id bigint not null,
  -- Of the answer; here so that walls and matrix need no join.
  round_id bigint not null,
  unit_id bigint not null,
  programme_id bigint not null references programme,
  mode_code text not null references study_mode,
  heads integer not null constraint need_heads check (heads between 1 and 10000),
  -- A code of regulations/target-groups.yaml.
  target_group text not null constraint need_target_group check (length(target_group) between 1 and 40),
  post_title text constraint need_post_length check (length(post_title) <= 200),
  months integer[] not null default '{}' constraint need_months check (months <@ array[1,2,3,4,5,6,7,8,9,10,11,12]),
  place text constraint need_place_length check (length(place) <= 200),
  reason text constraint need_reason_length check (length(reason) <= 1000),
  priority smallint not null default 2 constraint need_priority check (priority between 1 and 3),
  version integer not null default 1,
  constraint need_of_answer foreign key (answer_id, round_id, unit_id) references need_answer (id, round_id, unit_id),
  constraint need_key unique (id, round_id, unit_id),
  -- What comes first is said why.
  constraint need_first_says_why check (priority > 1 or length(coalesce(reason, '')) > 0)
);
comment on table need is 'Dòng nhu cầu: chương trình, hệ, số người, đối tượng, chức danh, thời gian, nơi học, lý do, ưu tiên';
comment on column need.priority is '1 cao, 2 thường, 3 thấp';
create unique index need_line_once on need (answer_id, programme_id, mode_code, target_group, lower(coalesce(post_title, '')));
create index need_of_round on need (round_id, programme_id, unit_id);
create index need_of_unit on need (unit_id);

create table need_person (
  id bigint generated always as identity primary key,
  need_id bigint not null,
  round_id bigint not null,
  unit_id bigint not null,
  person_id bigint not null references person,
  constraint need_person_of_need foreign key (need_id, round_id, unit_id) references need (id, round_id, unit_id),
  constraint need_person_once unique (need_id, person_id)
);
comment on table need_person is 'Người được nêu tên trong một dòng nhu cầu';
create index need_person_person on need_person (person_id, round_id);
create index need_person_round on need_person (round_id, person_id);

-- A unit that was divided after it had asked: somebody decides which successor a line goes on with.
create table need_placement (
  need_id bigint primary key references need,
  unit_id bigint not null references unit,
  decided_by bigint references account,
  decided_at timestamptz not null default now()
);
comment on table need_placement is 'Nhu cầu của đơn vị đã chia tách: quyết định chuyển về đơn vị nào';

create function need_round_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a round begins as a draft' using errcode = 'restrict_violation', constraint = 'need_round_step';
    end if;
    return new;
  end if;
  if new.state <> old.state and not (
    (old.state = 'draft' and new.state = 'open') or (old.state = 'open' and new.state = 'closed')
    or (old.state = 'closed' and new.state = 'open' and new.closes_on > old.closes_on)
  ) then
    raise exception 'no step from % to %', old.state, new.state using errcode = 'restrict_violation', constraint = 'need_round_step';
  end if;
  if old.state <> 'draft' and (new.year <> old.year or new.opens_on <> old.opens_on or new.asks <> old.asks or new.closes_on < old.closes_on) then
    raise exception 'an open round keeps what was announced' using errcode = 'restrict_violation', constraint = 'need_round_announced';
  end if;
  return new;
end $$;
create trigger need_round_guard before insert or update on need_round for each row execute function need_round_guard();

-- Answers come and change while the round is open; `for share` waits for a closing under way. As the owner, because a unit may
-- lock no round.
create function need_answer_guard() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
declare s text;
begin
  select r.state into s from need_round r where r.id = new.round_id for share;
  if tg_op = 'INSERT' then
    if new.state <> 'asked' or s = 'closed' then
      raise exception 'an answer begins by being asked' using errcode = 'restrict_violation', constraint = 'need_answer_step';
    end if;
    return new;
  end if;
  if new.round_id <> old.round_id or new.unit_id <> old.unit_id then
    raise exception 'an answer stays the one it is' using errcode = 'restrict_violation', constraint = 'need_answer_step';
  end if;
  if s <> 'open' then
    raise exception 'the round is not open' using errcode = 'restrict_violation', constraint = 'need_round_not_open';
  end if;
  if new.state <> old.state and not (
    (old.state = 'asked' and new.state in ('draft', 'submitted')) or (old.state = 'draft' and new.state = 'submitted')
    or (old.state = 'submitted' and new.state in ('confirmed', 'returned')) or (old.state = 'confirmed' and new.state = 'returned')
    or (old.state = 'returned' and new.state = 'submitted')
  ) then
    raise exception 'no step from % to %', old.state, new.state using errcode = 'restrict_violation', constraint = 'need_answer_step';
  end if;
  if new.state = 'submitted' and old.state <> 'submitted'
    and new.no_need = exists (select from need n where n.answer_id = new.id) then
    raise exception 'an answer has lines, or says that there is no need' using errcode = 'restrict_violation', constraint = 'need_answer_empty';
  end if;
  return new;
end $$;
create trigger need_answer_guard before insert or update on need_answer for each row execute function need_answer_guard();

create function need_guard() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
declare a record;
begin
  select n.state, n.no_need, r.state as round_state into a from need_answer n join need_round r on r.id = n.round_id
    where n.id = case when tg_op = 'DELETE' then old.answer_id else new.answer_id end for share;
  if a.round_state <> 'open' then
    raise exception 'the round is not open' using errcode = 'restrict_violation', constraint = 'need_round_not_open';
  end if;
  if a.state in ('submitted', 'confirmed') then
    raise exception 'a submitted answer does not change' using errcode = 'restrict_violation', constraint = 'need_answer_closed';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger need_guard before insert or update or delete on need for each row execute function need_guard();

create function need_person_guard() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if exists (select from need n join need_answer a on a.id = n.answer_id
      where n.id = case when tg_op = 'DELETE' then old.need_id else new.need_id end and a.state in ('submitted', 'confirmed')) then
    raise exception 'a submitted answer does not change' using errcode = 'restrict_violation', constraint = 'need_answer_closed';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger need_person_guard before insert or update or delete on need_person for each row execute function need_person_guard();

grant delete on need, need_person, need_round_programme, need_round_unit to nhip_app;
call audit('need_round');
call audit('need_round_programme', 'round_id');
call audit('need_round_unit', 'round_id');
call audit('need_extension');
call audit('need_answer');
call audit('need');
call audit('need_person');
call audit('need_placement', 'need_id');

-- An open round is known to everybody who is signed in; what a unit asks for, to its own people and to the school.
alter table need_round enable row level security;
alter table need_round_programme enable row level security;
alter table need_round_unit enable row level security;
alter table need_extension enable row level security;
alter table need_answer enable row level security;
alter table need enable row level security;
alter table need_person enable row level security;
alter table need_placement enable row level security;
create policy whole_school on need_round using ((select app_sees_all()));
create policy announced on need_round for select using ((select app_account()) is not null and state <> 'draft');
create policy whole_school on need_round_programme using ((select app_sees_all()));
create policy announced on need_round_programme for select using (exists (select from need_round r where r.id = round_id and r.state <> 'draft'));
create policy whole_school on need_round_unit using ((select app_sees_all()));
create policy whole_school on need_extension using ((select app_sees_all()));
create policy announced on need_extension for select using (exists (select from need_round r where r.id = round_id and r.state <> 'draft'));
create policy whole_school on need_answer using ((select app_sees_all()));
create policy read_at_units on need_answer for select using (unit_id = any ((select app_units())::bigint[]));
create policy answered_at_units on need_answer for update using (unit_id = any ((select app_units())::bigint[]));
create policy whole_school on need using ((select app_sees_all()));
create policy at_units on need using (unit_id = any ((select app_units())::bigint[]));
create policy whole_school on need_person using ((select app_sees_all()));
create policy at_units on need_person using (unit_id = any ((select app_units())::bigint[]));
create policy whole_school on need_placement using ((select app_sees_all()));

-- A unit's people bring in their own files, and see those only.
create policy own on import_run using (made_by = (select app_account())) with check (made_by = (select app_account()));
create policy own on import_file using (exists (select from import_run r where r.id = run_id and r.made_by = (select app_account())));
create policy own on import_row using (exists (select from import_run r where r.id = run_id and r.made_by = (select app_account())));
