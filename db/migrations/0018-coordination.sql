-- What school and units have promised each other for a year: templates, plans that both sides accept, dated commitments with
-- their evidence; the ladder of reminders; private addresses of calendars. The numbers of templates and ladder are the
-- school's to change; what is brought along is a default that the school has to confirm.

create table commitment_template (
  id bigint generated always as identity primary key,
  code text not null constraint commitment_template_code_once unique constraint commitment_template_code_length check (length(code) between 1 and 40),
  -- Who owes it: the unit to the school, or the school to the unit.
  side text not null check (side in ('unit', 'school')),
  title text not null constraint commitment_template_title_length check (length(title) between 1 and 200),
  detail text constraint commitment_template_detail_length check (length(detail) <= 1000),
  evidence text constraint commitment_template_evidence_length check (length(evidence) <= 300),
  -- fixed: a day of the year; monthly … halfYearly: so many days after (before, when negative) the period's last day;
  -- needRound, classOpens: so many days after a round of needs closes, a class of the unit opens.
  due_kind text not null check (due_kind in ('fixed', 'monthly', 'quarterly', 'halfYearly', 'needRound', 'classOpens')),
  due_month integer check (due_month between 1 and 12),
  due_day integer check (due_day between 1 and 31),
  offset_days integer not null default 0 constraint commitment_template_offset check (offset_days between -180 and 180),
  -- A thing in Nhịp that keeps it by itself: the unit's answer to the round of needs.
  fulfilled_by text check (fulfilled_by = 'needAnswer'),
  is_used boolean not null default true,
  needs_confirmation boolean not null default false,
  sort_order integer not null default 100,
  version integer not null default 1,
  constraint commitment_template_day check ((due_kind = 'fixed') = (due_month is not null) and (due_kind = 'fixed') = (due_day is not null))
);
comment on table commitment_template is 'Mẫu cam kết phối hợp: ai làm, hạn theo quy tắc nào, minh chứng gì';
comment on column commitment_template.needs_confirmation is 'Giá trị mặc định, cần nhà trường xác nhận';

create table coordination_plan (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  year integer not null constraint coordination_plan_year check (year between 1990 and 2100),
  number integer not null default 1,
  -- draft: the school writes; offered: the school stands by it and the unit has it before it; returned: with the unit's
  -- reason; accepted by both; replaced by a newer one that both have accepted.
  state text not null default 'draft' check (state in ('draft', 'offered', 'returned', 'accepted', 'replaced')),
  drawn_by bigint references account,
  drawn_at timestamptz not null default now(),
  offered_by bigint references account,
  offered_at timestamptz,
  accepted_by bigint references account,
  accepted_at timestamptz,
  return_reason text constraint coordination_plan_return_reason check (length(return_reason) between 5 and 1000),
  version integer not null default 1,
  constraint coordination_plan_number_once unique (unit_id, year, number),
  constraint coordination_plan_both check (state not in ('accepted', 'replaced') or (offered_at is not null and accepted_at is not null))
);
comment on table coordination_plan is 'Kế hoạch phối hợp của nhà trường với một đơn vị trong một năm, có hiệu lực khi hai bên đồng ý';
create unique index coordination_plan_one_open on coordination_plan (unit_id, year) where state in ('draft', 'offered', 'returned');
create unique index coordination_plan_one_accepted on coordination_plan (unit_id, year) where state = 'accepted';
create index coordination_plan_year on coordination_plan (year, state);

create table coordination_item (
  id bigint generated always as identity primary key,
  plan_id bigint not null references coordination_plan,
  -- The same item in every version of the plan.
  item_key uuid not null default gen_random_uuid(),
  template_code text,
  side text not null check (side in ('unit', 'school')),
  title text not null constraint coordination_item_title_length check (length(title) between 1 and 200),
  detail text constraint coordination_item_detail_length check (length(detail) <= 1000),
  evidence text constraint coordination_item_evidence_length check (length(evidence) <= 300),
  due_kind text not null check (due_kind in ('fixed', 'monthly', 'quarterly', 'halfYearly', 'needRound', 'classOpens')),
  due_month integer check (due_month between 1 and 12),
  due_day integer check (due_day between 1 and 31),
  offset_days integer not null default 0 constraint coordination_item_offset check (offset_days between -180 and 180),
  fulfilled_by text check (fulfilled_by = 'needAnswer'),
  sort_order integer not null,
  constraint coordination_item_once unique (plan_id, item_key),
  constraint coordination_item_day check ((due_kind = 'fixed') = (due_month is not null) and (due_kind = 'fixed') = (due_day is not null))
);
comment on table coordination_item is 'Một cam kết trong kế hoạch phối hợp, kèm quy tắc về hạn';
grant delete on coordination_item to nhip_app;

create table commitment (
  id bigint generated always as identity primary key,
  -- Who owes it or is owed it today; `from_unit_id` where it came from another unit by a reorganisation.
  unit_id bigint not null references unit,
  from_unit_id bigint references unit,
  year integer not null,
  plan_id bigint not null references coordination_plan,
  item_key uuid not null,
  template_code text,
  -- '2026', '2026-03', '2026-Q1', '2026-H1', 'round:12', 'class:7'
  period text not null,
  side text not null check (side in ('unit', 'school')),
  title text not null,
  evidence text,
  due_on date not null,
  fulfilled_by text check (fulfilled_by = 'needAnswer'),
  state text not null default 'open' check (state in ('open', 'kept', 'broken', 'waived', 'dropped')),
  done_on date,
  note text constraint commitment_note_length check (length(note) <= 1000),
  document_number text constraint commitment_document_length check (length(document_number) <= 100),
  link text constraint commitment_link_length check (length(link) <= 300),
  reason text constraint commitment_reason_length check (length(reason) between 5 and 1000),
  settled_by bigint references account,
  settled_at timestamptz,
  version integer not null default 1,
  constraint commitment_once unique (item_key, period),
  constraint commitment_done check ((state = 'kept') = (done_on is not null)),
  constraint commitment_reasoned check (state not in ('broken', 'waived', 'dropped') or reason is not null)
);
comment on table commitment is 'Một cam kết có hạn ngày: chưa làm, đã làm (đúng hạn hay muộn), không thực hiện, được miễn';
create index commitment_unit on commitment (unit_id, due_on);
create index commitment_due on commitment (due_on) where state = 'open';
create index commitment_year on commitment (year);
create index commitment_plan on commitment (plan_id);

create table commitment_event (
  id bigint generated always as identity primary key,
  commitment_id bigint not null references commitment,
  kind text not null check (kind in ('kept', 'broken', 'waived', 'reopened', 'moved', 'passedOn', 'dropped')),
  note text,
  made_by bigint references account,
  made_at timestamptz not null default now()
);
comment on table commitment_event is 'Diễn biến của một cam kết, chỉ thêm';
create index commitment_event_commitment on commitment_event (commitment_id);

-- Where a commitment stands on a day. Open beyond sixty days after its day counts as broken; done later it counts as late.
create function commitment_standing(state text, due_on date, done_on date, on_day date) returns text language sql immutable parallel safe as $$
  select case
    when state = 'kept' then case when done_on <= due_on then 'kept' else 'late' end
    when state <> 'open' then state
    when due_on + 60 < on_day then 'broken'
    when due_on < on_day then 'overdue'
    else 'open'
  end
$$;

-- On which day a unit gave the answer that keeps a commitment by itself; a round of needs has none before rounds exist.
create function commitment_answered_on(p_unit_id bigint, p_from_unit_id bigint, p_fulfilled_by text, p_period text) returns date
language sql stable as $$ select null::date $$;

-- Everything that the ladder of reminders may remind of, still open on a day: one line more for one more kind.
create function reminder_subjects(on_day date) returns table (kind text, id bigint, unit_id bigint, due_on date, title text)
language sql stable as $$
  select case c.side when 'unit' then 'unitCommitment' else 'schoolCommitment' end, c.id, c.unit_id, c.due_on, c.title
  from commitment c where c.state = 'open' and c.fulfilled_by is null
$$;

-- Whether a subject is still open, for who may see the reminder but not the subject itself. Says no more than that.
create function reminder_is_live(p_kind text, p_id bigint, on_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from reminder_subjects(on_day) s where s.kind = p_kind and s.id = p_id)
$$;

create table reminder_rule (
  id bigint generated always as identity primary key,
  subject_kind text not null constraint reminder_rule_once unique check (subject_kind in ('needAnswer', 'unitCommitment', 'schoolCommitment')),
  is_on boolean not null default true,
  version integer not null default 1
);
comment on table reminder_rule is 'Quy tắc nhắc việc: một loại việc, nhiều nấc';

create table reminder_step (
  id bigint generated always as identity primary key,
  rule_id bigint not null references reminder_rule,
  audience text not null check (audience in ('coordinator', 'deputy', 'head', 'committee', 'office', 'leaders')),
  -- Days after the due day; negative: before.
  offset_days integer not null constraint reminder_step_offset check (offset_days between -60 and 120),
  by_mail boolean not null default true,
  is_on boolean not null default true,
  constraint reminder_step_once unique (rule_id, audience, offset_days)
);
comment on table reminder_step is 'Một nấc nhắc việc: nhắc ai, trước hay sau hạn mấy ngày';

create table reminder (
  id bigint generated always as identity primary key,
  rule_id bigint not null references reminder_rule,
  step_id bigint not null references reminder_step,
  subject_kind text not null,
  subject_id bigint not null,
  -- The due day that it reminds of: a deadline that moved is reminded of anew.
  period date not null,
  recipient_id bigint not null references account,
  unit_id bigint not null references unit,
  audience text not null,
  title text not null,
  made_on date not null,
  made_at timestamptz not null default now(),
  mail text not null default 'none' check (mail in ('none', 'queued', 'handedOver', 'dropped')),
  seen_at timestamptz,
  recalled_at timestamptz,
  constraint reminder_once unique (rule_id, step_id, subject_kind, subject_id, period, recipient_id)
);
comment on table reminder is 'Một lần nhắc: một nấc, một việc, một hạn, một người nhận; không bao giờ hai lần';
create index reminder_recipient on reminder (recipient_id, made_on desc);
create index reminder_subject on reminder (subject_kind, subject_id);
create index reminder_unit on reminder (unit_id);

create table calendar_feed (
  id bigint generated always as identity primary key,
  account_id bigint not null references account,
  -- sha256 of the address; the address itself is shown once and kept nowhere.
  hash bytea not null constraint calendar_feed_hash_once unique,
  made_at timestamptz not null default now(),
  revoked_at timestamptz
);
comment on table calendar_feed is 'Địa chỉ lịch riêng (iCal) của một tài khoản, thu hồi được';
create unique index calendar_feed_one on calendar_feed (account_id) where revoked_at is null;

-- A calendar is read by a program that signs in as nobody: the address is the key. Tells whose it is, and nothing else.
create function calendar_feed_owner(p_hash bytea) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select f.account_id from calendar_feed f join account a on a.id = f.account_id
  where f.hash = p_hash and f.revoked_at is null and not a.is_disabled
$$;
revoke execute on function calendar_feed_owner from public;
grant execute on function calendar_feed_owner to nhip_app;

-- A deputy holds the head's role, and is told apart on the ladder of reminders.
alter table role_grant add column is_deputy boolean not null default false;
comment on column role_grant.is_deputy is 'Cấp phó của thủ trưởng: được nhắc ở nấc của cấp phó';

call audit('commitment_template');
call audit('coordination_plan');
call audit('coordination_item');
call audit('commitment');
call audit('commitment_event');
call audit('reminder_rule');
call audit('reminder_step');
call audit('reminder');
create trigger audit after insert or delete on calendar_feed for each row execute function audit_change('id');
create trigger audit_revoked after update of revoked_at on calendar_feed for each row execute function audit_change('id');

alter table commitment_template enable row level security;
alter table coordination_plan enable row level security;
alter table coordination_item enable row level security;
alter table commitment enable row level security;
alter table commitment_event enable row level security;
alter table reminder_rule enable row level security;
alter table reminder_step enable row level security;
alter table reminder enable row level security;
alter table calendar_feed enable row level security;
create policy signed_in on commitment_template for select using ((select app_account()) is not null);
create policy whole_school on commitment_template using ((select app_sees_all()));
create policy signed_in on reminder_rule for select using ((select app_account()) is not null);
create policy whole_school on reminder_rule using ((select app_sees_all()));
create policy signed_in on reminder_step for select using ((select app_account()) is not null);
create policy whole_school on reminder_step using ((select app_sees_all()));
-- A unit knows its own, once it was offered; what the school is still writing is the school's.
create policy whole_school on coordination_plan using ((select app_sees_all()));
create policy at_units on coordination_plan for select
  using (state <> 'draft' and unit_id = any ((select app_units())::bigint[]));
create policy answered_at_units on coordination_plan for update
  using (state in ('offered', 'accepted') and unit_id = any ((select app_units())::bigint[]))
  with check (state in ('returned', 'accepted', 'replaced') and unit_id = any ((select app_units())::bigint[]));
create policy whole_school on coordination_item using ((select app_sees_all()));
create policy at_units on coordination_item for select using (exists (
  select from coordination_plan p where p.id = plan_id and p.state <> 'draft' and p.unit_id = any ((select app_units())::bigint[])));
create policy whole_school on commitment using ((select app_sees_all()));
create policy at_units on commitment using (unit_id = any ((select app_units())::bigint[]));
create policy with_commitment on commitment_event for select using (exists (select from commitment c where c.id = commitment_id));
create policy with_commitment_made on commitment_event for insert with check (exists (select from commitment c where c.id = commitment_id));
create policy whole_school on reminder using ((select app_sees_all()));
create policy own on reminder for select using (recipient_id = (select app_account()));
create policy own_seen on reminder for update using (recipient_id = (select app_account()));
create policy at_units on reminder for select using (unit_id = any ((select app_units())::bigint[]));
create policy recalled_at_units on reminder for update using (unit_id = any ((select app_units())::bigint[]));
create policy own on calendar_feed using (account_id = (select app_account()));

insert into commitment_template (code, side, title, detail, evidence, due_kind, due_month, due_day, offset_days, fulfilled_by, needs_confirmation, sort_order) values
  ('registerNeeds', 'unit', 'Đăng ký nhu cầu đào tạo, bồi dưỡng', 'Trả lời đợt đăng ký nhu cầu của nhà trường.', 'Bản đăng ký trên Nhịp', 'needRound', null, null, 0, 'needAnswer', true, 10),
  ('sendLists', 'unit', 'Gửi danh sách cán bộ cử đi học quý sau', 'Danh sách trích ngang theo đối tượng của từng lớp.', 'Số công văn', 'quarterly', null, null, -10, null, true, 20),
  ('studyTime', 'unit', 'Xác nhận bố trí đủ thời gian cho cán bộ đang đi học', 'Không giao việc, không gọi về trong thời gian học; nêu trường hợp đã gọi về.', 'Ghi chú hoặc số công văn', 'quarterly', null, null, 5, null, true, 30),
  ('conductReviews', 'unit', 'Gửi nhận xét học viên tại địa phương, đơn vị', null, 'Số công văn', 'halfYearly', null, null, -15, null, true, 40),
  ('workRatings', 'unit', 'Phản hồi đánh giá công tác của học viên vừa làm vừa học', null, 'Số công văn', 'halfYearly', null, null, 15, null, true, 50),
  ('answerSchool', 'unit', 'Trả lời các vướng mắc nhà trường nêu', null, 'Số công văn', 'quarterly', null, null, 10, null, true, 60),
  ('yearSchedule', 'school', 'Thông báo kế hoạch mở lớp của năm', null, 'Số công văn', 'fixed', 1, 31, 0, null, true, 110),
  ('studyResults', 'school', 'Gửi kết quả học tập, rèn luyện của học viên', 'Hằng tháng, để đơn vị dùng khi đánh giá cán bộ.', 'Số công văn', 'monthly', null, null, 5, null, true, 120),
  ('nameLecturers', 'school', 'Thông báo lịch học và giảng viên quý sau', null, 'Số công văn', 'quarterly', null, null, -15, null, true, 130),
  ('answerUnit', 'school', 'Trả lời các vướng mắc đơn vị nêu', null, 'Số công văn', 'quarterly', null, null, 10, null, true, 140);

insert into reminder_rule (subject_kind) values ('needAnswer'), ('unitCommitment'), ('schoolCommitment');
insert into reminder_step (rule_id, audience, offset_days, by_mail)
select r.id, s.audience, s.offset_days, true from reminder_rule r
join (values ('unit', 'coordinator', -7), ('unit', 'coordinator', 1), ('unit', 'deputy', 4), ('unit', 'head', 7), ('unit', 'committee', 14),
  ('school', 'office', -7), ('school', 'office', 1), ('school', 'leaders', 7)) s (side, audience, offset_days)
  on (s.side = 'school') = (r.subject_kind = 'schoolCommitment');
