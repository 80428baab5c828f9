-- Who was there, by half-day session: rolls and marks, absences asked for or recalled, and the sums that are kept of them.
-- Nothing is ever defaulted: a learner without a mark is not recorded. Why it is built so: docs/decisions/0026.

-- A roll was called in a session. Its version goes up with every save, so that the next one knows what it saw.
create table attendance_roll (
  session_id bigint primary key constraint attendance_roll_session_id_fkey references class_session,
  class_id bigint not null references training_class,
  recorded_by bigint references account,
  recorded_at timestamptz not null default now(),
  version integer not null default 1
);
comment on table attendance_roll is 'Buổi học đã điểm danh: ai ghi, lúc nào';
create index attendance_roll_class on attendance_roll (class_id);

-- Days and parts on which a learner is not there: leave that the learner asks for, or a recall by the sending unit.
create table absence (
  id bigint generated always as identity primary key,
  enrolment_id bigint not null constraint absence_enrolment_id_fkey references enrolment,
  class_id bigint not null references training_class,
  kind text not null check (kind in ('leave', 'recall')),
  -- What a mark takes from it.
  cause text not null check (cause in ('excused', 'ill', 'recalled', 'other')),
  from_on date not null,
  from_part text not null check (from_part in ('morning', 'afternoon', 'evening')),
  last_on date not null,
  last_part text not null check (last_part in ('morning', 'afternoon', 'evening')),
  -- Of a recall: who at the unit calls back.
  called_by text not null default '' constraint absence_called_by_length check (length(called_by) <= 200),
  reason text not null constraint absence_reason_length check (length(reason) between 5 and 1000),
  document_number text not null default '' constraint absence_document_length check (length(document_number) <= 100),
  -- What it cost by the timetable when it was sent: sessions and lesson hours.
  cost_sessions integer not null default 0,
  cost_hours integer not null default 0,
  state text not null default 'asked' check (state in ('asked', 'agreed', 'refused', 'withdrawn')),
  asked_by bigint not null references account,
  asked_at timestamptz not null default now(),
  decided_by bigint references account,
  decided_at timestamptz,
  decision_note text not null default '' constraint absence_note_length check (length(decision_note) <= 1000),
  version integer not null default 1,
  constraint absence_period check (last_on >= from_on and last_on < from_on + 120),
  constraint absence_recall check ((kind = 'recall') = (cause = 'recalled')),
  constraint absence_decided check (state not in ('agreed', 'refused') or decided_at is not null)
);
comment on table absence is 'Đơn xin nghỉ của học viên, hoặc đơn vị gọi học viên về: ai, vì sao, văn bản nào, từ buổi nào đến buổi nào';
create index absence_enrolment on absence (enrolment_id, from_on);
create index absence_class on absence (class_id);
create index absence_open on absence (from_on) where state = 'asked';

create table attendance_mark (
  id bigint generated always as identity primary key,
  session_id bigint not null references attendance_roll,
  enrolment_id bigint not null constraint attendance_mark_enrolment_id_fkey references enrolment,
  class_id bigint not null,
  status text not null check (status in ('present', 'absent')),
  -- Of an absence: the lesson hours that were missed; empty: the whole session.
  missed_hours integer constraint attendance_mark_missed check (missed_hours between 1 and 12),
  -- Of an absence: why; empty: nobody has said.
  cause text constraint attendance_mark_cause check (cause in ('excused', 'unexcused', 'recalled', 'ill', 'other')),
  absence_id bigint references absence,
  version integer not null default 1,
  constraint attendance_mark_once unique (session_id, enrolment_id),
  constraint attendance_mark_of_absent check (status = 'absent' or (missed_hours is null and cause is null and absence_id is null))
);
comment on table attendance_mark is 'Điểm danh một học viên ở một buổi: có mặt, hoặc vắng mấy tiết và vì sao';
create index attendance_mark_enrolment on attendance_mark (enrolment_id);
create index attendance_mark_class on attendance_mark (class_id, session_id);
create index attendance_mark_absence on attendance_mark (absence_id) where absence_id is not null;

-- A morning comes before an afternoon comes before an evening.
create function part_order(p text) returns integer language sql immutable parallel safe as
  $$ select case p when 'morning' then 1 when 'afternoon' then 2 else 3 end $$;
create function absence_covers(a absence, p_on date, p_part text) returns boolean language sql immutable parallel safe as $$
  select (p_on, part_order(p_part)) >= (a.from_on, part_order(a.from_part)) and (p_on, part_order(p_part)) <= (a.last_on, part_order(a.last_part))
$$;

-- A roll is its session's; a mark is of that class, and takes its cause from an absence that was agreed to.
create function attendance_roll_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select s.class_id into new.class_id from class_session s where s.id = new.session_id;
  return new;
end $$;
create trigger attendance_roll_guard before insert or update on attendance_roll for each row execute function attendance_roll_guard();
create function attendance_mark_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_absence record;
begin
  if tg_op = 'UPDATE' then
    if (new.session_id, new.enrolment_id) is distinct from (old.session_id, old.enrolment_id) then
      raise exception 'a mark stays where it is' using errcode = 'restrict_violation', constraint = 'attendance_mark_frozen';
    end if;
  end if;
  select r.class_id into new.class_id from attendance_roll r join enrolment e on e.class_id = r.class_id
    where r.session_id = new.session_id and e.id = new.enrolment_id;
  if new.class_id is null then
    raise exception 'not a learner of this class' using errcode = 'restrict_violation', constraint = 'attendance_mark_of_class';
  end if;
  if new.status = 'absent' and new.cause is null then
    select a.id, a.cause into found_absence from absence a join class_session s on s.id = new.session_id
      where a.enrolment_id = new.enrolment_id and a.state = 'agreed' and absence_covers(a, s.on_day, s.part) order by a.id limit 1;
    if found then
      new.cause := found_absence.cause;
      new.absence_id := found_absence.id;
    end if;
  end if;
  return new;
end $$;
create trigger attendance_mark_guard before insert or update on attendance_mark for each row execute function attendance_mark_guard();

-- An absence is its learner's class's; who asks does not decide; once it is agreed to, marks of those sessions take their cause from it.
create function absence_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select e.class_id into new.class_id from enrolment e where e.id = new.enrolment_id;
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - '{state,decided_by,decided_at,decision_note,version}'::text[]
      <> to_jsonb(old) - '{state,decided_by,decided_at,decision_note,version}'::text[] then
      raise exception 'what was asked stays' using errcode = 'restrict_violation', constraint = 'absence_frozen';
    end if;
    if old.state in ('refused', 'withdrawn') and new.state <> old.state then
      raise exception 'it is closed' using errcode = 'restrict_violation', constraint = 'absence_step';
    end if;
    if new.state in ('agreed', 'refused') and new.state <> old.state
      and not (app_sees_all() or new.class_id = any (headed_classes())) then
      raise exception 'the school decides' using errcode = 'restrict_violation', constraint = 'absence_step';
    end if;
  elsif new.state <> 'asked' and not (app_sees_all() or new.class_id = any (headed_classes())) then
    raise exception 'the school decides' using errcode = 'restrict_violation', constraint = 'absence_step';
  end if;
  return new;
end $$;
create trigger absence_guard before insert or update on absence for each row execute function absence_guard();
create function absence_explains() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state = 'agreed' and (tg_op = 'INSERT' or old.state <> 'agreed') then
    update attendance_mark m set cause = new.cause, absence_id = new.id, version = m.version + 1
      from class_session s where s.id = m.session_id and m.enrolment_id = new.enrolment_id and m.status = 'absent'
        and m.absence_id is null and absence_covers(new, s.on_day, s.part);
  elsif tg_op = 'UPDATE' and old.state = 'agreed' and new.state <> 'agreed' then
    update attendance_mark set cause = null, absence_id = null, version = version + 1 where absence_id = new.id;
  end if;
  return null;
end $$;
create trigger absence_explains after insert or update of state on absence for each row execute function absence_explains();

-- Lesson hours of each learner and month, kept as marks come: reading them does not count the marks. Sessions that were not held
-- count for nothing.
create table attendance_sum (
  enrolment_id bigint not null references enrolment,
  month date not null,
  class_id bigint not null references training_class,
  sessions integer not null,
  recorded_hours integer not null,
  missed_hours integer not null,
  excused_hours integer not null,
  unexcused_hours integer not null,
  recalled_hours integer not null,
  ill_hours integer not null,
  other_hours integer not null,
  primary key (enrolment_id, month)
);
comment on table attendance_sum is 'Số tiết đã điểm danh và số tiết vắng của từng học viên, từng tháng; do cơ sở dữ liệu giữ';
create index attendance_sum_month on attendance_sum (month, class_id) include (recorded_hours, missed_hours, recalled_hours);
create index attendance_sum_class on attendance_sum (class_id, month);

create type attendance_change as (enrolment_id bigint, class_id bigint, month date, sign integer, hours integer, missed integer, cause text);
create function attendance_add(changes attendance_change[]) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into attendance_sum as t (enrolment_id, month, class_id, sessions, recorded_hours, missed_hours, excused_hours, unexcused_hours,
    recalled_hours, ill_hours, other_hours)
  select c.enrolment_id, c.month, c.class_id, sum(c.sign), sum(c.sign * c.hours), sum(c.sign * c.missed),
    coalesce(sum(c.sign * c.missed) filter (where c.cause = 'excused'), 0), coalesce(sum(c.sign * c.missed) filter (where c.cause = 'unexcused'), 0),
    coalesce(sum(c.sign * c.missed) filter (where c.cause = 'recalled'), 0), coalesce(sum(c.sign * c.missed) filter (where c.cause = 'ill'), 0),
    coalesce(sum(c.sign * c.missed) filter (where c.cause is null or c.cause = 'other'), 0)
  from unnest(changes) c group by 1, 2, 3 order by 1, 2
  on conflict (enrolment_id, month) do update set sessions = t.sessions + excluded.sessions,
    recorded_hours = t.recorded_hours + excluded.recorded_hours, missed_hours = t.missed_hours + excluded.missed_hours,
    excused_hours = t.excused_hours + excluded.excused_hours, unexcused_hours = t.unexcused_hours + excluded.unexcused_hours,
    recalled_hours = t.recalled_hours + excluded.recalled_hours, ill_hours = t.ill_hours + excluded.ill_hours,
    other_hours = t.other_hours + excluded.other_hours
$$;
create function attendance_hours_missed(m attendance_mark, p_hours integer) returns integer language sql immutable as
  $$ select case m.status when 'absent' then least(coalesce(m.missed_hours, p_hours), p_hours) else 0 end $$;
create function attendance_sums_marks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changes attendance_change[];
begin
  if tg_op = 'INSERT' then
    select array_agg(row(m.enrolment_id, m.class_id, date_trunc('month', s.on_day)::date, 1, s.hours,
      case m.status when 'absent' then least(coalesce(m.missed_hours, s.hours), s.hours) else 0 end, m.cause)::attendance_change) into changes
    from after m join class_session s on s.id = m.session_id where s.state not in ('cancelled', 'notTaught');
  else
    select array_agg(row(m.enrolment_id, m.class_id, date_trunc('month', s.on_day)::date, m.sign, s.hours,
      case m.status when 'absent' then least(coalesce(m.missed_hours, s.hours), s.hours) else 0 end, m.cause)::attendance_change) into changes
    from (select enrolment_id, class_id, session_id, status, missed_hours, cause, 1 as sign from after
      union all select enrolment_id, class_id, session_id, status, missed_hours, cause, -1 from before) m
      join class_session s on s.id = m.session_id where s.state not in ('cancelled', 'notTaught');
  end if;
  if changes is not null then perform attendance_add(changes); end if;
  return null;
end $$;
create trigger sums_insert after insert on attendance_mark referencing new table as after for each statement execute function attendance_sums_marks();
create trigger sums_update after update on attendance_mark referencing old table as before new table as after
  for each statement execute function attendance_sums_marks();
-- A session that was held otherwise than it was planned changes what its marks count for.
create function attendance_sums_sessions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changes attendance_change[];
begin
  select array_agg(row(m.enrolment_id, m.class_id, date_trunc('month', s.on_day)::date, s.sign, s.hours,
    attendance_hours_missed(m, s.hours), m.cause)::attendance_change) into changes
  from (select a.id, a.on_day, a.hours, a.state, 1 as sign from after a join before b on b.id = a.id
      where (a.on_day, a.hours, a.state in ('cancelled', 'notTaught')) <> (b.on_day, b.hours, b.state in ('cancelled', 'notTaught'))
    union all select b.id, b.on_day, b.hours, b.state, -1 from after a join before b on b.id = a.id
      where (a.on_day, a.hours, a.state in ('cancelled', 'notTaught')) <> (b.on_day, b.hours, b.state in ('cancelled', 'notTaught'))) s
    join attendance_mark m on m.session_id = s.id where s.state not in ('cancelled', 'notTaught');
  if changes is not null then perform attendance_add(changes); end if;
  return null;
end $$;
create trigger attendance_sums after update on class_session referencing old table as before new table as after
  for each statement execute function attendance_sums_sessions();

revoke execute on function attendance_add from public;
revoke insert, update on attendance_sum from nhip_app;

call audit('absence');
call audit('attendance_roll', 'session_id');
create trigger audit after insert on attendance_mark referencing new table as after for each statement execute function people_audit('{}', 'values');
create trigger audit_changed after update on attendance_mark referencing old table as before new table as after
  for each statement execute function people_audit('{}', 'values');

alter table attendance_roll enable row level security;
alter table attendance_mark enable row level security;
alter table attendance_sum enable row level security;
alter table absence enable row level security;
create policy whole_school on attendance_roll using ((select app_sees_all()));
create policy of_head on attendance_roll using (class_id = any ((select headed_classes())::bigint[]));
create policy of_monitor on attendance_roll using (class_id = any ((select monitored_classes())::bigint[]));
create policy with_enrolment on attendance_roll for select using (exists (select from enrolment e where e.class_id = attendance_roll.class_id));
create policy whole_school on attendance_mark using ((select app_sees_all()));
create policy own on attendance_mark for select using (enrolment_id = any ((select own_enrolments())::bigint[]));
create policy of_head on attendance_mark using (class_id = any ((select headed_classes())::bigint[]));
create policy of_monitor on attendance_mark using (class_id = any ((select monitored_classes())::bigint[]));
create policy at_units on attendance_mark for select using (exists (
  select from enrolment e where e.id = enrolment_id and e.unit_id = any ((select app_units())::bigint[])));
create policy whole_school on attendance_sum for select using ((select app_sees_all()));
create policy own on attendance_sum for select using (enrolment_id = any ((select own_enrolments())::bigint[]));
create policy of_head on attendance_sum for select using (class_id = any ((select headed_classes())::bigint[]));
create policy at_units on attendance_sum for select using (exists (
  select from enrolment e where e.id = enrolment_id and e.unit_id = any ((select app_units())::bigint[])));
-- Why somebody is away is nobody's business but the school's, the unit's and one's own: not that of who speaks for the class.
create policy whole_school on absence using ((select app_sees_all()));
create policy own on absence using (enrolment_id = any ((select own_enrolments())::bigint[]));
create policy of_head on absence using (class_id = any ((select headed_classes())::bigint[]));
create policy at_units on absence using (exists (
  select from enrolment e where e.id = enrolment_id and e.unit_id = any ((select app_units())::bigint[])));
