-- The hours that each lecturer has in the timetable, by month and field, kept beside the sessions: the load of a year asks for them
-- all at each view. Written by the database in the transaction that changes the sessions; nobody else writes here.

create table teaching_load (
  id bigint generated always as identity primary key,
  lecturer_id bigint not null references lecturer,
  month_on date not null constraint teaching_load_month check (extract(day from month_on) = 1),
  -- That of the topic; empty: a session without a topic, or a topic without a field.
  field_code text references teaching_field,
  hours integer not null,
  constraint teaching_load_once unique nulls not distinct (lecturer_id, month_on, field_code)
);
comment on table teaching_load is 'Số tiết có trong lịch của từng giảng viên theo tháng và lĩnh vực; cơ sở dữ liệu tự giữ theo buổi học';
comment on column teaching_load.hours is 'Số tiết của các buổi không hủy, kể cả chưa dạy';
create index teaching_load_month_of on teaching_load (month_on);

-- The same, counted from the sessions: what the kept sums must be at any time.
create function teaching_load_counted() returns table (lecturer_id bigint, month_on date, field_code text, hours integer)
language sql stable as $$
  select s.lecturer_id, date_trunc('month', s.on_day)::date, i.field_code, sum(s.hours)::integer
  from class_session s left join curriculum_item i on i.id = s.item_id
  where s.lecturer_id is not null and s.state not in ('cancelled', 'notTaught') group by 1, 2, 3
$$;

-- By statement: a timetable of sixty sessions is one addition for each lecturer, month and field. In a fixed order, so that two who
-- write at once wait for each other instead of both being refused. A topic keeps its field: outlines that classes use are frozen.
create function teaching_load_keep() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    insert into teaching_load (lecturer_id, month_on, field_code, hours)
      select c.lecturer_id, date_trunc('month', c.on_day)::date, i.field_code, sum(c.hours)
      from (
        select o.lecturer_id, o.on_day, o.item_id, -o.hours as hours from was o where o.state not in ('cancelled', 'notTaught')
        union all select n.lecturer_id, n.on_day, n.item_id, n.hours from becomes n where n.state not in ('cancelled', 'notTaught')
      ) c left join curriculum_item i on i.id = c.item_id
      where c.lecturer_id is not null group by 1, 2, 3 having sum(c.hours) <> 0 order by 1, 2, 3
      on conflict on constraint teaching_load_once do update set hours = teaching_load.hours + excluded.hours;
  elsif tg_op = 'INSERT' then
    insert into teaching_load (lecturer_id, month_on, field_code, hours)
      select n.lecturer_id, date_trunc('month', n.on_day)::date, i.field_code, sum(n.hours)
      from becomes n left join curriculum_item i on i.id = n.item_id
      where n.lecturer_id is not null and n.state not in ('cancelled', 'notTaught') group by 1, 2, 3 order by 1, 2, 3
      on conflict on constraint teaching_load_once do update set hours = teaching_load.hours + excluded.hours;
  else
    insert into teaching_load (lecturer_id, month_on, field_code, hours)
      select o.lecturer_id, date_trunc('month', o.on_day)::date, i.field_code, -sum(o.hours)
      from was o left join curriculum_item i on i.id = o.item_id
      where o.lecturer_id is not null and o.state not in ('cancelled', 'notTaught') group by 1, 2, 3 order by 1, 2, 3
      on conflict on constraint teaching_load_once do update set hours = teaching_load.hours + excluded.hours;
  end if;
  return null;
end $$;
create trigger teaching_load_insert after insert on class_session referencing new table as becomes
  for each statement execute function teaching_load_keep();
create trigger teaching_load_update after update on class_session referencing old table as was new table as becomes
  for each statement execute function teaching_load_keep();
create trigger teaching_load_delete after delete on class_session referencing old table as was
  for each statement execute function teaching_load_keep();

insert into teaching_load (lecturer_id, month_on, field_code, hours) select * from teaching_load_counted();

revoke insert, update, delete on teaching_load from nhip_app;
alter table teaching_load enable row level security;
create policy whole_school on teaching_load for select using ((select app_sees_all()));

-- Whether a lecturer has sessions in a class at all, and those of a month, without reading the rows of others.
create index class_session_of on class_session (lecturer_id, class_id, on_day) where state not in ('cancelled', 'notTaught');
