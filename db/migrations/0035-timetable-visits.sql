-- Visits that a host has agreed to stand in the timetable of their class and in its private calendar.

-- For whoever reads the timetable: where the class goes and when, nothing of answers, reports and money.
create function class_visits(p_class_id bigint) returns table (id bigint, title text, host text, kind text, from_on date, last_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.title, h.name, s.kind, lower(s.during), upper(s.during) - 1
  from field_study s join study_host h on h.id = s.host_id
  where s.class_id = p_class_id and s.state in ('agreed', 'held') and app_account() is not null
  order by lower(s.during), s.id
$$;

create or replace function teaching_feed_of(p_hash bytea, p_on date) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('name', coalesce(l.name, k.code || ' · ' || k.name), 'isLecturer', f.lecturer_id is not null,
    'sessions', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'classId', s.class_id, 'onDay', s.on_day, 'part', s.part, 'hours', s.hours, 'kind', s.kind,
        'title', s.title, 'className', c.code || ' · ' || c.name, 'place', coalesce(nullif(concat_ws(', ', r.name, nullif(s.place, '')), ''), c.place), 'version', s.version,
        'startsAt', to_char(case s.part when 'morning' then t.morning_at when 'afternoon' then t.afternoon_at else t.evening_at end, 'HH24:MI'),
        'endsAt', to_char(case s.part when 'morning' then t.morning_until when 'afternoon' then t.afternoon_until else t.evening_until end, 'HH24:MI'))
        order by s.on_day, s.id)
      from class_session s join training_class c on c.id = s.class_id left join room r on r.id = s.room_id cross join teaching_setting t
      where (s.lecturer_id = f.lecturer_id or s.class_id = f.class_id) and s.state not in ('cancelled', 'notTaught')
        and s.on_day between p_on - 120 and p_on + 400), '[]'),
    'visits', coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'classId', v.class_id, 'title', v.title, 'className', c.code || ' · ' || c.name,
        'host', h.name, 'fromOn', lower(v.during), 'lastOn', upper(v.during) - 1, 'version', v.version) order by lower(v.during), v.id)
      from field_study v join study_host h on h.id = v.host_id join training_class c on c.id = v.class_id
      where (v.class_id = f.class_id or v.leader_id = f.lecturer_id) and v.state in ('agreed', 'held')
        and v.during && daterange(p_on - 120, p_on + 400)), '[]'))
  from teaching_feed f left join lecturer l on l.id = f.lecturer_id left join training_class k on k.id = f.class_id
  where f.hash = p_hash and f.revoked_at is null
$$;

revoke execute on function class_visits, teaching_feed_of from public;
grant execute on function class_visits, teaching_feed_of to nhip_app;
