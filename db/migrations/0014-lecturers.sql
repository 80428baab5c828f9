-- Who can teach what, and when not: only as much as the planning of classes needs.

create table teaching_field (
  code text primary key constraint teaching_field_code_form check (code ~ '^[A-ZĐ0-9][A-ZĐ0-9-]{0,19}$'),
  name text not null constraint teaching_field_name_length check (length(name) between 1 and 120),
  name_en text not null constraint teaching_field_name_en_length check (length(name_en) between 1 and 120),
  sort_order integer not null default 0,
  version integer not null default 1
);
comment on table teaching_field is 'Chuyên môn giảng dạy: theo các khoa của trường';
-- The three faculties of a provincial political school (Trường Chính trị Long An, domain.md §2.8); a school changes them.
insert into teaching_field (code, name, name_en, sort_order) values
  ('LLCS', 'Lý luận cơ sở', 'Basic theory', 1),
  ('XDĐ', 'Xây dựng Đảng', 'Party building', 2),
  ('NNPL', 'Nhà nước và pháp luật', 'State and law', 3);

create table lecturer (
  id bigint generated always as identity primary key,
  code text not null constraint lecturer_code_once unique constraint lecturer_code_length check (length(code) between 1 and 40),
  name text not null constraint lecturer_name_length check (length(name) between 1 and 200),
  search_key text not null,
  sort_key text collate "C" not null,
  is_guest boolean not null default false,
  workplace text not null default '' constraint lecturer_workplace_length check (length(workplace) <= 300),
  weekly_hours integer not null default 16 constraint lecturer_weekly_hours_range check (weekly_hours between 1 and 60),
  from_on date,
  until_on date,
  account_id bigint references account,
  person_id bigint references person,
  note text not null default '' constraint lecturer_note_length check (length(note) <= 1000),
  version integer not null default 1,
  constraint lecturer_period check (until_on > from_on)
);
comment on table lecturer is 'Giảng viên cơ hữu và giảng viên mời (thỉnh giảng)';
comment on column lecturer.weekly_hours is 'Số tiết lên lớp nhiều nhất trong một tuần, để lập kế hoạch; nhà trường xác nhận';
create index lecturer_search on lecturer using gin (search_key gin_trgm_ops);

create table lecturer_field (
  lecturer_id bigint not null references lecturer,
  field_code text not null references teaching_field,
  primary key (lecturer_id, field_code)
);
comment on table lecturer_field is 'Giảng viên dạy được những chuyên môn nào';
create index lecturer_field_field on lecturer_field (field_code);

create table lecturer_absence (
  id bigint generated always as identity primary key,
  lecturer_id bigint not null references lecturer,
  during daterange not null constraint lecturer_absence_during check
    (not isempty(during) and lower(during) is not null and upper(during) is not null and upper(during) - lower(during) <= 1500),
  reason text not null constraint lecturer_absence_reason_length check (length(reason) between 1 and 300),
  constraint lecturer_absence_once exclude using gist (lecturer_id with =, during with &&)
);
comment on table lecturer_absence is 'Thời gian giảng viên không lên lớp được';

create table programme_teaching (
  programme_id bigint not null references programme,
  field_code text not null references teaching_field,
  hours integer not null constraint programme_teaching_hours_range check (hours between 1 and 20000),
  primary key (programme_id, field_code)
);
comment on table programme_teaching is 'Số tiết của chương trình theo từng chuyên môn';

grant delete on teaching_field, lecturer_field, lecturer_absence, programme_teaching to nhip_app;
call audit('teaching_field', 'code');
call audit('lecturer');
call audit('lecturer_field', 'lecturer_id');
call audit('lecturer_absence');
call audit('programme_teaching', 'programme_id');

-- What is taught is known to all; who teaches and who is away, to the school.
alter table teaching_field enable row level security;
alter table lecturer enable row level security;
alter table lecturer_field enable row level security;
alter table lecturer_absence enable row level security;
alter table programme_teaching enable row level security;
create policy whole_school on teaching_field using ((select app_sees_all()));
create policy whole_school on lecturer using ((select app_sees_all()));
create policy whole_school on lecturer_field using ((select app_sees_all()));
create policy whole_school on lecturer_absence using ((select app_sees_all()));
create policy whole_school on programme_teaching using ((select app_sees_all()));
create policy signed_in on teaching_field for select using ((select app_account()) is not null);
create policy signed_in on programme_teaching for select using ((select app_account()) is not null);
