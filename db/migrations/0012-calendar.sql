-- Days that matter for teaching: public holidays, what the province holds, breaks of the school, and when units are busy.

create table calendar_entry (
  id bigint generated always as identity primary key,
  kind text not null constraint calendar_entry_kind check (kind in ('holiday', 'congress', 'session', 'break', 'busy')),
  title text not null constraint calendar_entry_title_length check (length(title) between 1 and 300),
  search_key text not null,
  -- Half-open, as everywhere: the last day is the one before its end.
  during daterange not null constraint calendar_entry_during check
    (not isempty(during) and lower(during) is not null and upper(during) is not null and upper(during) - lower(during) <= 400),
  stops_teaching boolean not null default false,
  -- Empty: the whole province, or the school itself.
  unit_id bigint references unit,
  source text not null default '' constraint calendar_entry_source_length check (length(source) <= 300),
  needs_confirmation boolean not null default false,
  -- «tet-2027»: loading the holidays of a year again finds the day again, also when the school has moved or renamed it.
  holiday_key text constraint calendar_entry_holiday_once unique,
  version integer not null default 1,
  constraint calendar_entry_busy_unit check (kind <> 'busy' or unit_id is not null),
  constraint calendar_entry_unit_never_stops check (unit_id is null or not stops_teaching)
);
comment on table calendar_entry is 'Lịch: ngày lễ, đại hội, kỳ họp, nghỉ của trường, thời gian bận của đơn vị';
comment on column calendar_entry.stops_teaching is 'Những ngày này trường không lên lớp';
comment on column calendar_entry.needs_confirmation is 'Số ngày nghỉ cần nhà trường xác nhận';
create index calendar_entry_during on calendar_entry using gist (during);
create index calendar_entry_unit on calendar_entry (unit_id);

grant delete on calendar_entry to nhip_app;
call audit('calendar_entry');

-- What concerns everybody, everybody signed in may know; what a unit has entered, the unit and the school.
alter table calendar_entry enable row level security;
create policy whole_school on calendar_entry using ((select app_sees_all()));
create policy for_everybody on calendar_entry for select using ((select app_account()) is not null and unit_id is null);
create policy own_unit on calendar_entry using (unit_id = any ((select app_units())::bigint[]))
  with check (unit_id = any ((select app_units())::bigint[]));
