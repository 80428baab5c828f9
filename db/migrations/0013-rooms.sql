-- Rooms and halls in which classes are held: the school's own, and those of a host.

create table room (
  id bigint generated always as identity primary key,
  code text not null constraint room_code_once unique constraint room_code_length check (length(code) between 1 and 40),
  name text not null constraint room_name_length check (length(name) between 1 and 200),
  search_key text not null,
  sort_key text collate "C" not null,
  seats integer not null constraint room_seats_range check (seats between 1 and 5000),
  site text not null default '' constraint room_site_length check (length(site) <= 200),
  is_own boolean not null default true,
  from_on date,
  until_on date,
  note text not null default '' constraint room_note_length check (length(note) <= 1000),
  version integer not null default 1,
  constraint room_period check (until_on > from_on)
);
comment on table room is 'Phòng học, hội trường của trường hoặc của đơn vị cho mượn';
comment on column room.site is 'Cơ sở, địa điểm';

call audit('room');

alter table room enable row level security;
create policy signed_in on room for select using ((select app_account()) is not null);
create policy made_by_school on room for insert with check ((select app_sees_all()));
create policy changed_by_school on room for update using ((select app_sees_all()));
