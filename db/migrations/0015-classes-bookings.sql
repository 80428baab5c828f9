-- Which room and which lecturers a class has on which days. That one is never promised twice is held here, not on the page.

create table class_room (
  id bigint generated always as identity primary key,
  class_id bigint not null references training_class,
  room_id bigint not null references room,
  during daterange not null constraint class_room_during check
    (not isempty(during) and lower(during) is not null and upper(during) is not null),
  -- Checked at the end of a statement, so that the bookings of one class may move together.
  constraint class_room_free exclude using gist (room_id with =, during with &&) deferrable initially immediate
);
comment on table class_room is 'Lớp học ở phòng nào, trong những ngày nào';
create index class_room_class on class_room (class_id);

create table class_lecturer (
  id bigint generated always as identity primary key,
  class_id bigint not null references training_class,
  lecturer_id bigint not null references lecturer,
  field_code text not null references teaching_field,
  during daterange not null constraint class_lecturer_during check
    (not isempty(during) and lower(during) is not null and upper(during) is not null),
  constraint class_lecturer_free exclude using gist (lecturer_id with =, during with &&) deferrable initially immediate
);
comment on table class_lecturer is 'Giảng viên lên lớp của lớp nào, chuyên môn nào, trong những ngày nào';
create index class_lecturer_class on class_lecturer (class_id);

grant delete on class_room, class_lecturer to nhip_app;
call audit('class_room');
call audit('class_lecturer');

alter table class_room enable row level security;
alter table class_lecturer enable row level security;
create policy whole_school on class_room using ((select app_sees_all()));
create policy signed_in on class_room for select using ((select app_account()) is not null);
create policy whole_school on class_lecturer using ((select app_sees_all()));
