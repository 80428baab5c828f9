-- Field study and exchange between localities: hosts that receive classes with what can be studied there, visits from the first
-- question to the report, and what they cost. A host that is a unit of the house answers for itself.

create table study_host (
  id bigint generated always as identity primary key,
  -- Whose place it is, when that is a unit of the house: its people see what is asked and answer.
  unit_id bigint constraint study_host_unit_id_fkey references unit,
  name text not null constraint study_host_name_length check (length(name) between 1 and 200),
  search_key text not null,
  sort_key text collate "C" not null,
  place text not null default '' constraint study_host_place_length check (length(place) <= 300),
  -- What can be studied there, one topic each.
  topics text[] not null default '{}',
  -- How many visitors it takes at once; null: it has not said.
  seats integer constraint study_host_seats check (seats between 1 and 2000),
  contact text not null default '' constraint study_host_contact_length check (length(contact) <= 200),
  phone text not null default '' constraint study_host_phone_length check (length(phone) <= 40),
  note text not null default '' constraint study_host_note_length check (length(note) <= 1000),
  from_on date,
  until_on date,
  version integer not null default 1,
  constraint study_host_period check (until_on > from_on),
  constraint study_host_topics check (cardinality(topics) <= 50)
);
comment on table study_host is 'Nơi đón lớp đi nghiên cứu thực tế, và nội dung tìm hiểu được ở đó';
comment on column study_host.seats is 'Đón được nhiều nhất bao nhiêu người một lượt';
create index study_host_search on study_host using gin (search_key gin_trgm_ops);
create unique index study_host_name_once on study_host (sort_key, place);
create index study_host_unit on study_host (unit_id);

create table field_study (
  id bigint generated always as identity primary key,
  class_id bigint not null constraint field_study_class_id_fkey references training_class,
  host_id bigint not null constraint field_study_host_id_fkey references study_host,
  -- study: nghiên cứu thực tế; exchange: trao đổi kinh nghiệm giữa các địa phương.
  kind text not null check (kind in ('study', 'exchange')),
  title text not null constraint field_study_title_length check (length(title) between 1 and 300),
  during daterange not null constraint field_study_during
    check (not isempty(during) and lower(during) is not null and upper(during) is not null and upper(during) - lower(during) <= 60),
  people integer not null constraint field_study_people check (people between 1 and 2000),
  programme text not null default '' constraint field_study_programme_length check (length(programme) <= 8000),
  leader_id bigint references lecturer,
  leader text not null default '' constraint field_study_leader_length check (length(leader) <= 200),
  state text not null default 'draft' check (state in ('draft', 'asked', 'agreed', 'declined', 'held', 'cancelled')),
  asked_at timestamptz,
  -- Until when the host is to answer.
  answer_by date,
  answered_at timestamptz,
  answered_by bigint references account,
  answer_note text not null default '' constraint field_study_answer_length check (length(answer_note) <= 1000),
  -- Other days that the host offers when it cannot on these.
  other_days daterange constraint field_study_other_days
    check (other_days is null or (not isempty(other_days) and upper(other_days) - lower(other_days) <= 60)),
  -- Who receives the class at the host.
  received_by text not null default '' constraint field_study_received_length check (length(received_by) <= 200),
  -- Until when learners hand in what they wrote about it (bài thu hoạch).
  papers_by date,
  report text not null default '' constraint field_study_report_length check (length(report) <= 20000),
  school_remark text not null default '' constraint field_study_school_remark_length check (length(school_remark) <= 4000),
  host_remark text not null default '' constraint field_study_host_remark_length check (length(host_remark) <= 4000),
  cancelled_reason text constraint field_study_cancelled_length check (length(cancelled_reason) between 1 and 1000),
  made_by bigint not null references account,
  made_at timestamptz not null default now(),
  version integer not null default 1,
  constraint field_study_cancelled check ((state = 'cancelled') = (cancelled_reason is not null)),
  constraint field_study_papers check (papers_by is null or papers_by >= lower(during)),
  -- A host that has agreed receives one class at a time, and a class is at one place.
  constraint field_study_host_free exclude using gist (host_id with =, during with &&) where (state in ('agreed', 'held')),
  constraint field_study_class_once exclude using gist (class_id with =, during with &&) where (state in ('asked', 'agreed', 'held'))
);
comment on table field_study is 'Chuyến nghiên cứu thực tế, trao đổi kinh nghiệm của một lớp';
create index field_study_class on field_study (class_id);
create index field_study_host on field_study (host_id);
create index field_study_begins on field_study (lower(during));
create index field_study_leader on field_study (leader_id);

create table field_study_cost (
  id bigint generated always as identity primary key,
  field_study_id bigint not null references field_study,
  sort_order integer not null,
  item text not null constraint field_study_cost_item_length check (length(item) between 1 and 200),
  planned_dong bigint constraint field_study_cost_planned check (planned_dong between 0 and 100000000000),
  spent_dong bigint constraint field_study_cost_spent check (spent_dong between 0 and 100000000000),
  source text not null default '' constraint field_study_cost_source_length check (length(source) <= 200)
);
comment on table field_study_cost is 'Kinh phí của một chuyến: dự toán và thực chi, từng khoản';
create index field_study_cost_of on field_study_cost (field_study_id, sort_order);

-- A host's people answer and remark; all else of a visit is the school's. What was cancelled stays.
create function field_study_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.state = 'cancelled' then
    raise exception 'a cancelled visit stays' using errcode = 'restrict_violation', constraint = 'field_study_closed';
  end if;
  if not app_sees_all() and
    to_jsonb(new) - '{state,answered_at,answered_by,answer_note,other_days,received_by,host_remark,version}'::text[]
      <> to_jsonb(old) - '{state,answered_at,answered_by,answer_note,other_days,received_by,host_remark,version}'::text[] then
    raise exception 'only the school changes a visit' using errcode = 'restrict_violation', constraint = 'field_study_of_school';
  end if;
  if not app_sees_all() and new.state <> old.state and (old.state not in ('asked', 'agreed', 'declined') or new.state not in ('agreed', 'declined')) then
    raise exception 'a host answers, nothing else' using errcode = 'restrict_violation', constraint = 'field_study_of_school';
  end if;
  return new;
end $$;
create trigger field_study_guard before update on field_study for each row execute function field_study_guard();

-- Of a host that is a unit its people change what they can offer, not whose it is.
create function study_host_guard() returns trigger language plpgsql as $$
begin
  if not app_sees_all() and new.unit_id is distinct from old.unit_id then
    raise exception 'a host stays its unit''s' using errcode = 'restrict_violation', constraint = 'field_study_of_school';
  end if;
  return new;
end $$;
create trigger study_host_guard before update on study_host for each row execute function study_host_guard();

-- Money is entered as one list, anew each time; the record keeps what it was.
grant delete on field_study_cost to nhip_app;

call audit('study_host');
call audit('field_study');
call audit('field_study_cost');

alter table study_host enable row level security;
alter table field_study enable row level security;
alter table field_study_cost enable row level security;
create policy whole_school on study_host using ((select app_sees_all()));
create policy whole_school on field_study using ((select app_sees_all()));
create policy whole_school on field_study_cost using ((select app_sees_all()));
create policy own_host on study_host using (unit_id = any ((select app_units())::bigint[]));
-- A draft is the school's own; what the host was asked is the host's too.
create policy at_own_host_read on field_study for select using (asked_at is not null
  and exists (select from study_host h where h.id = host_id and h.unit_id = any ((select app_units())::bigint[])));
create policy at_own_host_answered on field_study for update using (asked_at is not null
  and exists (select from study_host h where h.id = host_id and h.unit_id = any ((select app_units())::bigint[])));

-- Files of a visit: its programme, the report. The host reads them with the visit.
alter table kept_file drop constraint kept_file_subject;
alter table kept_file add constraint kept_file_subject check (subject_kind in ('needRound', 'situation', 'lecturer', 'fieldStudy'));
create policy of_field_study on kept_file for select using (subject_kind = 'fieldStudy' and removed_at is null
  and exists (select from field_study s where s.id = subject_id));
