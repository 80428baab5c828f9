-- Who studies in which class: enrolments, who looks after a class, who speaks for it, and what the school asks beyond the study
-- regulation of the intake. Why it is built so: docs/decisions/0024.

-- What a person's birth is known as, as a list prints it.
create function enrolment_born(p person) returns text language sql immutable as $$
  select case p.birth_precision when 'day' then to_char(p.born_on, 'DD/MM/YYYY')
    when 'month' then lpad(p.born_month::text, 2, '0') || '/' || p.born_year
    when 'year' then p.born_year::text else coalesce(p.born_text, '') end
$$;

create table enrolment (
  id bigint generated always as identity primary key,
  class_id bigint not null constraint enrolment_class_id_fkey references training_class,
  person_id bigint not null constraint enrolment_person_id_fkey references person,
  -- The unit that sends, as it was on the day of enrolment; what became of it the units tell.
  unit_id bigint not null constraint enrolment_unit_id_fkey references unit,
  -- The place in the class's list: given once, never to anybody else.
  number integer not null constraint enrolment_number check (number between 1 and 100000),
  -- As the class's list has them, for those who look after the class and may not open the files of people; kept by the database.
  full_name text not null default '',
  sort_key text collate "C" not null default '',
  search_key text not null default '',
  born text not null default '',
  -- The post on the day of enrolment.
  post_title text not null default '',
  enrolled_on date not null,
  decision_number text not null default '' constraint enrolment_decision_number_length check (length(decision_number) <= 100),
  decision_on date,
  decision_by text not null default '' constraint enrolment_decision_by_length check (length(decision_by) <= 200),
  -- Why somebody learns in two classes whose days overlap.
  overlap_reason text constraint enrolment_overlap_reason_length check (length(overlap_reason) between 5 and 1000),
  left_on date,
  left_cause text constraint enrolment_left_cause check (left_cause in ('withdrawn', 'transferred', 'dismissed', 'died', 'other')),
  left_document text not null default '' constraint enrolment_left_document_length check (length(left_document) <= 200),
  left_reason text constraint enrolment_left_reason_length check (length(left_reason) between 5 and 1000),
  -- The study regulation of the intake: by the day on which the class opened, kept for ever. Empty: none is known for that day.
  rule_set text constraint enrolment_rule_set_length check (length(rule_set) between 1 and 40),
  made_by bigint references account,
  made_at timestamptz not null default now(),
  version integer not null default 1,
  constraint enrolment_number_once unique (class_id, number),
  constraint enrolment_left check ((left_on is null) = (left_cause is null) and (left_on is null) = (left_reason is null)),
  constraint enrolment_period check (left_on is null or left_on >= enrolled_on)
);
comment on table enrolment is 'Học viên của lớp: đơn vị cử, số thứ tự trong danh sách, quyết định, ngày và lý do thôi học';
comment on column enrolment.rule_set is 'Quy chế học tập theo ngày khai giảng của lớp, không đổi';
create unique index enrolment_once on enrolment (class_id, person_id) where left_on is null;
create index enrolment_class on enrolment (class_id, sort_key, id);
create index enrolment_person on enrolment (person_id);
create index enrolment_unit on enrolment (unit_id, class_id);

-- The list keeps the name of the person; the rest of an enrolment stays what the decision said.
create function enrolment_named() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare p person;
begin
  select * into p from person where id = new.person_id;
  if found then
    new.full_name := p.full_name;
    new.sort_key := p.sort_key;
    new.search_key := p.search_key;
    new.born := enrolment_born(p);
    if new.post_title = '' then new.post_title := coalesce((select title from person_post where id = p.post_id), ''); end if;
  end if;
  return new;
end $$;
create trigger enrolment_named before insert on enrolment for each row execute function enrolment_named();
create function enrolment_follows_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update enrolment set full_name = new.full_name, sort_key = new.sort_key, search_key = new.search_key, born = enrolment_born(new)
    where person_id = new.id;
  return null;
end $$;
create trigger enrolment_follows after update of full_name, sort_key, search_key, birth_precision, born_on, born_year, born_month on person
  for each row when ((old.full_name, old.sort_key, old.birth_precision, old.born_on, old.born_year, old.born_month)
    is distinct from (new.full_name, new.sort_key, new.birth_precision, new.born_on, new.born_year, new.born_month))
  execute function enrolment_follows_person();

create function enrolment_guard() returns trigger language plpgsql as $$
begin
  if (new.class_id, new.person_id, new.number, new.rule_set) is distinct from (old.class_id, old.person_id, old.number, old.rule_set) then
    raise exception 'class, person, number and regulation of an enrolment stay' using errcode = 'restrict_violation', constraint = 'enrolment_frozen';
  end if;
  return new;
end $$;
create trigger enrolment_guard before update on enrolment for each row execute function enrolment_guard();

create table class_head (
  id bigint generated always as identity primary key,
  class_id bigint not null constraint class_head_class_id_fkey references training_class,
  account_id bigint not null constraint class_head_account_id_fkey references account,
  name text not null constraint class_head_name_length check (length(name) between 1 and 120),
  from_on date not null,
  -- The first day on which it is no longer so.
  until_on date,
  decision_number text not null default '' constraint class_head_decision_length check (length(decision_number) <= 100),
  version integer not null default 1,
  constraint class_head_period check (until_on is null or until_on > from_on),
  constraint class_head_one exclude using gist (class_id with =, daterange(from_on, until_on) with &&)
);
comment on table class_head is 'Chủ nhiệm lớp, theo thời gian';
create index class_head_account on class_head (account_id);

create table class_monitor (
  id bigint generated always as identity primary key,
  class_id bigint not null references training_class,
  enrolment_id bigint not null constraint class_monitor_enrolment_id_fkey references enrolment,
  post text not null check (post in ('monitor', 'deputy', 'secretary')),
  from_on date not null,
  until_on date,
  decision_number text not null default '' constraint class_monitor_decision_length check (length(decision_number) <= 100),
  version integer not null default 1,
  constraint class_monitor_period check (until_on is null or until_on > from_on),
  constraint class_monitor_once exclude using gist (enrolment_id with =, post with =, daterange(from_on, until_on) with &&)
);
comment on table class_monitor is 'Ban cán sự lớp: lớp trưởng, lớp phó, bí thư chi bộ';
create index class_monitor_class on class_monitor (class_id);
create index class_monitor_enrolment on class_monitor (enrolment_id);

-- What the school asks beyond the regulation of an intake: only stricter, and a second person confirms it.
create table study_overlay (
  id bigint generated always as identity primary key,
  rule_set text not null constraint study_overlay_rule_set_length check (length(rule_set) between 1 and 40),
  figure text not null check (figure in ('minPercent', 'resits', 'passMark')),
  value numeric(5, 2) not null constraint study_overlay_value check (value between 0 and 100),
  -- For classes that open from this day on.
  from_on date not null,
  source text not null constraint study_overlay_source_length check (length(source) between 1 and 300),
  state text not null default 'proposed' check (state in ('proposed', 'inForce', 'refused', 'ended')),
  made_by bigint not null references account,
  made_at timestamptz not null default now(),
  decided_by bigint references account,
  decided_at timestamptz,
  reason text constraint study_overlay_reason_length check (length(reason) between 5 and 1000),
  version integer not null default 1
);
comment on table study_overlay is 'Quy định của nhà trường chặt hơn quy chế của Học viện; người thứ hai xác nhận mới có hiệu lực';
create unique index study_overlay_one on study_overlay (rule_set, figure, from_on) where state in ('proposed', 'inForce');
create function study_overlay_guard() returns trigger language plpgsql as $$
begin
  if (new.rule_set, new.figure, new.value, new.from_on, new.source, new.made_by) is distinct from
    (old.rule_set, old.figure, old.value, old.from_on, old.source, old.made_by) then
    raise exception 'what is asked for is proposed anew' using errcode = 'restrict_violation', constraint = 'study_overlay_frozen';
  end if;
  if old.state = 'proposed' and new.state = 'inForce' and new.decided_by = old.made_by then
    raise exception 'a second person confirms' using errcode = 'restrict_violation', constraint = 'study_overlay_second_person';
  end if;
  return new;
end $$;
create trigger study_overlay_guard before update on study_overlay for each row execute function study_overlay_guard();

-- Whose class it is: of who looks after it, of who records in it as its monitor, and one's own enrolments.
create function headed_classes() returns bigint[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(h.class_id), '{}') from class_head h
  where h.account_id = app_account() and (h.until_on is null or h.until_on > current_date)
$$;
create function monitored_classes() returns bigint[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct m.class_id), '{}') from class_monitor m join enrolment e on e.id = m.enrolment_id
  where e.person_id = app_person() and e.left_on is null and (m.until_on is null or m.until_on > current_date)
$$;
create function own_enrolments() returns bigint[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(e.id), '{}') from enrolment e where e.person_id = app_person()
$$;
revoke execute on function headed_classes, monitored_classes, own_enrolments from public;
grant execute on function headed_classes, monitored_classes, own_enrolments to nhip_app;

call audit('enrolment');
call audit('class_head');
call audit('class_monitor');
call audit('study_overlay');

alter table enrolment enable row level security;
alter table class_head enable row level security;
alter table class_monitor enable row level security;
alter table study_overlay enable row level security;
create policy whole_school on enrolment using ((select app_sees_all()));
create policy own on enrolment for select using (person_id = (select app_person()));
create policy of_head on enrolment for select using (class_id = any ((select headed_classes())::bigint[]));
create policy of_monitor on enrolment for select using (class_id = any ((select monitored_classes())::bigint[]));
create policy at_units on enrolment for select using (unit_id = any ((select app_units())::bigint[]));
create policy whole_school on class_head using ((select app_sees_all()));
-- Who learns, or has people, in a class knows who looks after it.
create policy own on class_head for select using (account_id = (select app_account()));
create policy with_enrolment on class_head for select using (exists (select from enrolment e where e.class_id = class_head.class_id));
create policy whole_school on class_monitor using ((select app_sees_all()));
create policy with_enrolment on class_monitor for select using (exists (select from enrolment e where e.id = enrolment_id));
create policy whole_school on study_overlay using ((select app_sees_all()));
create policy in_force on study_overlay for select using (state = 'inForce' and (select app_account()) is not null);
