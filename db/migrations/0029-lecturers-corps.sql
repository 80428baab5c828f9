-- The corps of lecturers: who the person is (posts, degrees, limits, topics), how a guest is proposed and approved, until when
-- the approval stands, and what asks whether it still does.

create table lecturer_category (
  code text primary key constraint lecturer_category_code_form check (code ~ '^[A-Za-z][A-Za-z0-9-]{0,29}$'),
  name text not null constraint lecturer_category_name_length check (length(name) between 1 and 120),
  name_en text not null constraint lecturer_category_name_en_length check (length(name_en) between 1 and 120),
  is_guest boolean not null,
  -- Whoever is of this kind teaches only with an approval that is valid.
  needs_approval boolean not null,
  sort_order integer not null default 0,
  is_used boolean not null default true,
  version integer not null default 1,
  constraint lecturer_category_own check (is_guest or not needs_approval)
);
comment on table lecturer_category is 'Nhóm giảng viên: cơ hữu, kiêm chức, ủy viên ban thường vụ, trưởng phó ban Đảng, sở ngành …; cần nhà trường xác nhận';
-- The kinds of guests are those of the directive in Long An (domain.md §9.3: pool approved by the Standing Committee), with the
-- commune in the place of the district that was abolished on 1 July 2025. That own lecturers need no approval is [M].
insert into lecturer_category (code, name, name_en, is_guest, needs_approval, sort_order) values
  ('own', 'Giảng viên cơ hữu', 'Lecturer of the school', false, false, 1),
  ('concurrent', 'Giảng viên kiêm chức', 'Concurrent lecturer', true, true, 2),
  ('standing', 'Ủy viên Ban Thường vụ Tỉnh ủy', 'Member of the provincial standing committee', true, true, 3),
  ('partyBody', 'Trưởng, phó các ban Đảng, Mặt trận, đoàn thể', 'Head or deputy of a Party committee or mass organisation', true, true, 4),
  ('department', 'Giám đốc, phó giám đốc sở, ngành', 'Head or deputy of a department', true, true, 5),
  ('commune', 'Lãnh đạo chủ chốt cấp xã', 'Leader of a commune', true, true, 6),
  ('expert', 'Chuyên gia, nhà khoa học', 'Expert', true, true, 7),
  ('otherGuest', 'Khách mời khác', 'Other guest', true, true, 8);

alter table lecturer
  add category_code text references lecturer_category,
  add monthly_hours integer constraint lecturer_monthly_hours_range check (monthly_hours between 1 and 240),
  add travel text not null default 'province' constraint lecturer_travel check (travel in ('school', 'distance', 'units', 'province')),
  add travel_km integer constraint lecturer_travel_km_range check (travel_km between 1 and 1000),
  add constraint lecturer_travel_says check ((travel = 'distance') = (travel_km is not null)),
  add constraint lecturer_account_once unique (account_id),
  add constraint lecturer_person_once unique (person_id);
comment on column lecturer.monthly_hours is 'Số tiết nhiều nhất trong một tháng; trống: không giới hạn ngoài số tiết mỗi tuần';
comment on column lecturer.travel is 'Đi giảng được tới đâu: tại trường, trong bán kính, ở các đơn vị đã chọn, trong toàn tỉnh';
create index lecturer_category_of on lecturer (category_code);

create table lecturer_travel_unit (
  lecturer_id bigint not null references lecturer,
  unit_id bigint not null references unit,
  primary key (lecturer_id, unit_id)
);
comment on table lecturer_travel_unit is 'Giảng viên nhận đi giảng ở những đơn vị nào';

-- A post is never overwritten: a new one ends the one before, and what was entered wrongly is withdrawn with its reason.
create table lecturer_post (
  id bigint generated always as identity primary key,
  lecturer_id bigint not null references lecturer,
  title text not null constraint lecturer_post_title_length check (length(title) between 1 and 200),
  unit_id bigint references unit,
  workplace text constraint lecturer_post_workplace_length check (length(workplace) between 1 and 300),
  is_main boolean not null default true,
  from_on date not null,
  until_on date,
  document text constraint lecturer_post_document_length check (length(document) <= 300),
  made_by bigint references account,
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint lecturer_post_where check ((unit_id is null) <> (workplace is null)),
  constraint lecturer_post_period check (until_on > from_on),
  constraint lecturer_post_withdrawn check ((withdrawn_at is null) = (withdrawn_reason is null)),
  constraint lecturer_post_one_main exclude using gist (lecturer_id with =, daterange(from_on, until_on) with &&)
    where (is_main and withdrawn_at is null)
);
comment on table lecturer_post is 'Chức vụ của giảng viên theo thời gian; mỗi lúc chỉ một chức vụ chính';
create index lecturer_post_of on lecturer_post (lecturer_id, from_on);
create index lecturer_post_unit on lecturer_post (unit_id);

create function lecturer_post_guard() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - '{until_on,withdrawn_at,withdrawn_reason}'::text[] <> to_jsonb(old) - '{until_on,withdrawn_at,withdrawn_reason}'::text[]
    or old.withdrawn_at is not null or (old.until_on is not null and new.until_on is distinct from old.until_on) then
    raise exception 'a post is ended, never overwritten' using errcode = 'restrict_violation', constraint = 'lecturer_post_kept';
  end if;
  return new;
end $$;
create trigger lecturer_post_guard before update on lecturer_post for each row execute function lecturer_post_guard();

create table lecturer_degree (
  id bigint generated always as identity primary key,
  lecturer_id bigint not null references lecturer,
  kind text not null constraint lecturer_degree_kind check (kind in ('degree', 'title', 'grade', 'certificate')),
  name text not null constraint lecturer_degree_name_length check (length(name) between 1 and 120),
  field text constraint lecturer_degree_field_length check (length(field) between 1 and 200),
  granted_on date,
  granted_by text constraint lecturer_degree_granted_by_length check (length(granted_by) between 1 and 200),
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
comment on table lecturer_degree is 'Học vị, học hàm, ngạch (hạng), chứng chỉ của giảng viên: gì, ngành nào, khi nào, nơi cấp';
create index lecturer_degree_of on lecturer_degree (lecturer_id);

-- How to reach somebody. The app reads only the masks; the values through lecturer_contact_read(), which writes who looked.
create table lecturer_contact (
  lecturer_id bigint primary key references lecturer,
  phone text constraint lecturer_contact_phone_form check (phone ~ '^[0-9+ .()-]{6,20}$'),
  email text constraint lecturer_contact_email_form check (length(email) <= 200 and email ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$'),
  phone_mask text generated always as ('•••' || right(phone, 3)) stored,
  email_mask text generated always as (left(email, 1) || '•••@' || split_part(email, '@', 2)) stored,
  salt uuid not null default gen_random_uuid()
);
comment on table lecturer_contact is 'Điện thoại, thư điện tử để mời giảng; chỉ hiện dạng che, mở xem được ghi lại';

create function lecturer_contact_audit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform audit_write('lecturer_contact', coalesce(new.lecturer_id, old.lecturer_id)::text, lower(tg_op), null,
    case when tg_op = 'DELETE' then null else jsonb_build_object('phone', new.phone_mask, 'email', new.email_mask,
      'digest', encode(sha256(convert_to(new.salt::text || coalesce(new.phone, '') || '|' || coalesce(new.email, ''), 'UTF8')), 'hex')) end);
  return null;
end $$;
create trigger audit after insert or update or delete on lecturer_contact for each row execute function lecturer_contact_audit();

create function lecturer_contact_read(p_lecturer_id bigint) returns table (phone text, email text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app_sees_all() or not exists (select from lecturer_contact c where c.lecturer_id = p_lecturer_id) then return; end if;
  perform audit_write('lecturer', p_lecturer_id::text, 'read', null, '{"fields": ["phone", "email"]}');
  return query select c.phone, c.email from lecturer_contact c where c.lecturer_id = p_lecturer_id;
end $$;
-- One's own.
create function lecturer_contact_own() returns table (phone text, email text) language sql stable security definer set search_path = public, pg_temp as $$
  select c.phone, c.email from lecturer_contact c join lecturer l on l.id = c.lecturer_id where l.account_id = app_account()
$$;
-- A value that is absent leaves what is there; an empty one takes it away.
create function lecturer_contact_put(p_lecturer_id bigint, p_phone text, p_email text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not app_sees_all() then raise exception 'not yours' using errcode = 'insufficient_privilege'; end if;
  insert into lecturer_contact as c (lecturer_id, phone, email) values (p_lecturer_id, nullif(p_phone, ''), nullif(p_email, ''))
  on conflict (lecturer_id) do update set
    phone = case when p_phone is null then c.phone else nullif(p_phone, '') end,
    email = case when p_email is null then c.email else nullif(p_email, '') end;
end $$;

create table lecturer_topic (
  lecturer_id bigint not null references lecturer,
  -- The same topic in every version of its programme: curriculum_item.lineage_id.
  lineage_id bigint not null,
  primary key (lecturer_id, lineage_id)
);
comment on table lecturer_topic is 'Chuyên đề giảng viên dạy được; không ghi thì theo chuyên môn';
create index lecturer_topic_lineage on lecturer_topic (lineage_id);

create table corps_setting (
  id boolean primary key default true constraint corps_setting_one check (id),
  warn_days integer not null default 60 constraint corps_setting_warn_days check (warn_days between 1 and 366),
  without_approval text not null default 'warn' constraint corps_setting_without check (without_approval in ('warn', 'refuse')),
  version integer not null default 1
);
comment on table corps_setting is 'Báo trước hạn phê duyệt bao nhiêu ngày; mời giảng người chưa có phê duyệt: cảnh báo hay không cho; cần nhà trường xác nhận';
insert into corps_setting default values;

-- What a unit sends: somebody of its own who might teach. The school looks at it and takes it up or returns it with a reason.
create table lecturer_proposal (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  lecturer_id bigint references lecturer,
  name text not null constraint lecturer_proposal_name_length check (length(name) between 1 and 200),
  search_key text not null,
  category_code text not null references lecturer_category,
  title text not null constraint lecturer_proposal_title_length check (length(title) between 1 and 200),
  title_from_on date not null,
  fields text[] not null,
  topics text not null default '' constraint lecturer_proposal_topics_length check (length(topics) <= 1000),
  degrees text not null default '' constraint lecturer_proposal_degrees_length check (length(degrees) <= 300),
  grounds text not null constraint lecturer_proposal_grounds_length check (length(grounds) between 1 and 1000),
  state text not null default 'sent' constraint lecturer_proposal_state check (state in ('sent', 'returned', 'withdrawn', 'taken')),
  sent_by bigint references account,
  sent_at timestamptz not null default now(),
  answered_by bigint references account,
  answered_at timestamptz,
  answer text constraint lecturer_proposal_answer_length check (length(answer) <= 1000),
  version integer not null default 1,
  constraint lecturer_proposal_taken check (state <> 'taken' or (lecturer_id is not null and answered_by is not null)),
  constraint lecturer_proposal_returned check (state <> 'returned' or (answer is not null and answered_by is not null))
);
comment on table lecturer_proposal is 'Đơn vị đề nghị người tham gia thỉnh giảng: đã gửi, trả lại, rút, đã tiếp nhận';
create index lecturer_proposal_unit on lecturer_proposal (unit_id);
create index lecturer_proposal_lecturer on lecturer_proposal (lecturer_id);

create function lecturer_proposal_guard() returns trigger language plpgsql as $$
begin
  if old.state in ('taken', 'withdrawn') or (tg_op = 'UPDATE' and new.unit_id <> old.unit_id) then
    raise exception 'a proposal that is closed stays as it is' using errcode = 'restrict_violation', constraint = 'lecturer_proposal_closed';
  end if;
  return new;
end $$;
create trigger lecturer_proposal_guard before update on lecturer_proposal for each row execute function lecturer_proposal_guard();

-- One letter to the Standing Committee with several guests.
create table lecturer_dossier (
  id bigint generated always as identity primary key,
  title text not null constraint lecturer_dossier_title_length check (length(title) between 1 and 300),
  addressee text not null constraint lecturer_dossier_addressee_length check (length(addressee) between 1 and 200),
  state text not null default 'draft' constraint lecturer_dossier_state check (state in ('draft', 'submitted', 'returned', 'decided')),
  letter_number text constraint lecturer_dossier_letter_length check (length(letter_number) between 1 and 100),
  letter_on date,
  made_by bigint references account,
  made_at timestamptz not null default now(),
  submitted_by bigint references account,
  submitted_at timestamptz,
  decided_by bigint references account,
  decided_at timestamptz,
  is_paper boolean not null default false,
  return_reason text constraint lecturer_dossier_reason_length check (length(return_reason) <= 1000),
  document_number text constraint lecturer_dossier_document_length check (length(document_number) between 1 and 100),
  document_on date,
  signed_by text constraint lecturer_dossier_signed_by_length check (length(signed_by) between 1 and 200),
  version integer not null default 1,
  constraint lecturer_dossier_submitted check (state = 'draft' or (submitted_at is not null and submitted_by is not null)),
  constraint lecturer_dossier_decided check ((state = 'decided') = (document_number is not null and document_on is not null and signed_by is not null)),
  constraint lecturer_dossier_returned check (state <> 'returned' or return_reason is not null),
  -- On paper somebody else has decided, and whoever submitted may write that down.
  constraint lecturer_dossier_second_person check (state not in ('returned', 'decided') or is_paper or decided_by <> submitted_by)
);
comment on table lecturer_dossier is 'Hồ sơ trình cấp có thẩm quyền phê duyệt giảng viên thỉnh giảng: một tờ trình kèm danh sách nhiều người';

create table lecturer_approval (
  id bigint generated always as identity primary key,
  lecturer_id bigint not null references lecturer,
  -- Empty: a decision of before Nhịp, entered from its document.
  dossier_id bigint references lecturer_dossier,
  proposal_id bigint references lecturer_proposal,
  wish_from_on date not null,
  wish_until_on date not null,
  remark text not null default '' constraint lecturer_approval_remark_length check (length(remark) <= 500),
  -- What the decision was about: a post that changes afterwards asks whether it still stands.
  post_id bigint references lecturer_post,
  post_title text not null default '',
  person_post_id bigint references person_post,
  decision text constraint lecturer_approval_decision check (decision in ('approved', 'refused')),
  reason text constraint lecturer_approval_reason_length check (length(reason) <= 500),
  document_number text constraint lecturer_approval_document_length check (length(document_number) between 1 and 100),
  document_on date,
  signed_by text constraint lecturer_approval_signed_by_length check (length(signed_by) between 1 and 200),
  from_on date,
  until_on date,
  decided_by bigint references account,
  decided_at timestamptz,
  constraint lecturer_approval_once unique (dossier_id, lecturer_id),
  constraint lecturer_approval_wish check (wish_until_on > wish_from_on),
  constraint lecturer_approval_period check (until_on > from_on and until_on <= from_on + 3660),
  constraint lecturer_approval_approved check ((decision is not null and decision = 'approved') =
    (from_on is not null and until_on is not null)),
  constraint lecturer_approval_document check ((decision is null) = (document_number is null or document_on is null or signed_by is null or decided_at is null))
);
comment on table lecturer_approval is 'Phê duyệt từng giảng viên thỉnh giảng: đang trình, đồng ý có thời hạn, không đồng ý; gia hạn là một dòng mới';
comment on column lecturer_approval.until_on is 'Ngày đầu tiên không còn hiệu lực';
create index lecturer_approval_of on lecturer_approval (lecturer_id, until_on);

-- «Does it still stand?»: the answer to one change of post, person's post or unit. It ends an approval, or says why not.
create table lecturer_approval_answer (
  id bigint generated always as identity primary key,
  approval_id bigint not null references lecturer_approval,
  cause text not null constraint lecturer_approval_answer_cause check (cause in ('post', 'personPost', 'unit', 'other')),
  -- What changed: the post, the post of the person, the unit; 0 with no such row.
  cause_id bigint not null default 0,
  ends_on date,
  reason text not null constraint lecturer_approval_answer_reason_length check (length(reason) between 5 and 1000),
  made_by bigint references account,
  made_at timestamptz not null default now()
);
comment on table lecturer_approval_answer is 'Trả lời «phê duyệt còn phù hợp không»: còn phù hợp (lý do), hoặc thôi từ ngày';
create unique index lecturer_approval_answer_once on lecturer_approval_answer (approval_id, cause, cause_id) where cause <> 'other';

create function lecturer_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'what was decided stays' using errcode = 'restrict_violation', constraint = 'lecturer_approval_frozen';
end $$;
create trigger lecturer_approval_answer_guard before update or delete on lecturer_approval_answer for each row execute function lecturer_frozen();
create trigger lecturer_approval_answer_no_truncate before truncate on lecturer_approval_answer execute function lecturer_frozen();
create trigger lecturer_approval_no_truncate before truncate on lecturer_approval execute function lecturer_frozen();
create trigger lecturer_dossier_no_truncate before truncate on lecturer_dossier execute function lecturer_frozen();

create function lecturer_dossier_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a dossier begins as a draft' using errcode = 'restrict_violation', constraint = 'lecturer_dossier_step';
    end if;
    return new;
  end if;
  if old.state = 'decided' then
    raise exception 'what was decided stays' using errcode = 'restrict_violation', constraint = 'lecturer_approval_frozen';
  end if;
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'only a draft goes away' using errcode = 'restrict_violation', constraint = 'lecturer_dossier_step';
    end if;
    return old;
  end if;
  if new.state <> old.state and not (
    (old.state in ('draft', 'returned') and new.state = 'submitted') or (old.state = 'submitted' and new.state in ('returned', 'decided'))
  ) then
    raise exception 'no step from % to %', old.state, new.state using errcode = 'restrict_violation', constraint = 'lecturer_dossier_step';
  end if;
  if new.state = 'decided' and exists (select from lecturer_approval a where a.dossier_id = new.id and a.decision is null) then
    raise exception 'somebody on the list is not decided' using errcode = 'restrict_violation', constraint = 'lecturer_dossier_step';
  end if;
  return new;
end $$;
create trigger lecturer_dossier_guard before insert or update or delete on lecturer_dossier for each row execute function lecturer_dossier_guard();

create function lecturer_approval_guard() returns trigger language plpgsql as $$
declare s text;
begin
  if tg_op <> 'INSERT' and old.decision is not null then
    raise exception 'what was decided stays' using errcode = 'restrict_violation', constraint = 'lecturer_approval_frozen';
  end if;
  for s in
    select d.state from lecturer_dossier d
    where d.id in (case when tg_op <> 'INSERT' then old.dossier_id end, case when tg_op <> 'DELETE' then new.dossier_id end)
    for share
  loop
    if s = 'decided' or (s = 'submitted' and (tg_op <> 'UPDATE' or new.decision is null)) or (s <> 'submitted' and tg_op <> 'DELETE' and new.decision is not null) then
      raise exception 'a dossier that lies with the committee does not change' using errcode = 'restrict_violation', constraint = 'lecturer_dossier_closed';
    end if;
  end loop;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger lecturer_approval_guard before insert or update or delete on lecturer_approval for each row execute function lecturer_approval_guard();

-- The days on which a guest is approved: the period of each approval, up to the day on which an answer ended it.
create function lecturer_approved() returns table (lecturer_id bigint, approval_id bigint, during daterange) language sql stable as $$
  select x.lecturer_id, x.id, daterange(x.from_on, x.until_on) from (
    select a.lecturer_id, a.id, a.from_on,
      greatest(a.from_on, least(a.until_on, (select min(w.ends_on) from lecturer_approval_answer w where w.approval_id = a.id))) as until_on
    from lecturer_approval a where a.decision = 'approved') x
  where x.until_on > x.from_on
$$;

-- How it stands with every lecturer's approval on a day. `approved_until`: the first day without one (of the last one, when it has
-- run out). Periods that follow each other without a gap count as one.
create function lecturer_standing(on_day date) returns table (lecturer_id bigint, needs_approval boolean, approval text,
  approved_until date, is_proposed boolean) language sql stable as $$
  select l.id, n.needed,
    case when not n.needed then 'notNeeded'
      when v.until_on <= on_day + (select s.warn_days from corps_setting s) then 'expiring'
      when v.until_on is not null then 'valid'
      when e.until_on is not null then 'expired'
      when o.is_open then 'proposed' else 'none' end,
    coalesce(v.until_on, e.until_on), o.is_open
  from lecturer l left join lecturer_category c on c.code = l.category_code
  left join (select p.lecturer_id, range_agg(p.during) as days from lecturer_approved() p group by p.lecturer_id) ap on ap.lecturer_id = l.id
  cross join lateral (select l.is_guest and coalesce(c.needs_approval, true) as needed) n
  left join lateral (select upper(r) as until_on from unnest(ap.days) r where r @> on_day) v on true
  left join lateral (select max(upper(r)) as until_on from unnest(ap.days) r where upper(r) <= on_day) e on true
  left join (select a.lecturer_id, true as is_open from lecturer_approval a where a.decision is null group by 1) w on w.lecturer_id = l.id
  cross join lateral (select coalesce(w.is_open, false) as is_open) o
$$;

-- What a unit may know of its own people who teach as guests (of today's main post, or proposed by it): not the school's notes, nor
-- whom it asked besides. The only way for units; it holds the wall itself.
create function lecturer_unit_guests(on_day date) returns table (lecturer_id bigint, name text, search_key text, sort_key text, title text,
  unit_id bigint, category_code text, approval text, approved_until date, document_number text)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.name, l.search_key, l.sort_key, coalesce(p.title, r.title), coalesce(p.unit_id, r.unit_id), l.category_code, s.approval,
    s.approved_until, (select a.document_number from lecturer_approval a where a.lecturer_id = l.id and a.decision = 'approved'
      order by a.until_on desc, a.id desc limit 1)
  from lecturer l join lecturer_standing(on_day) s on s.lecturer_id = l.id
  left join lecturer_post p on p.lecturer_id = l.id and p.is_main and p.withdrawn_at is null and p.unit_id is not null
    and daterange(p.from_on, p.until_on) @> on_day and (app_sees_all() or p.unit_id = any (app_units()))
  left join lateral (select x.title, x.unit_id from lecturer_proposal x where x.lecturer_id = l.id
    and (app_sees_all() or x.unit_id = any (app_units())) order by x.id desc limit 1) r on true
  where l.is_guest and daterange(l.from_on, l.until_on) @> on_day and (p.id is not null or r.unit_id is not null)
$$;

-- Approvals under which the ground has moved since: the post is another, the person's post in the register is another or has
-- ended, the unit is no more. Until somebody answers.
create function lecturer_questions(on_day date) returns table (approval_id bigint, lecturer_id bigint, cause text, cause_id bigint,
  since date, before_text text, after_text text) language sql stable as $$
  with asked as (
    select a.id, a.lecturer_id, a.post_id, a.person_post_id, a.document_on, a.post_title
    from lecturer_approval a where a.decision = 'approved' and a.until_on > on_day
      and not exists (select from lecturer_approval_answer w where w.approval_id = a.id and w.ends_on is not null)
  ), found as (
    select a.id, a.lecturer_id, 'post' as cause, coalesce(now_in.id, was.id) as cause_id, coalesce(now_in.from_on, was.until_on) as since,
      was.title as before_text, now_in.title as after_text
    from asked a join lecturer_post was on was.id = a.post_id
    left join lecturer_post now_in on now_in.lecturer_id = a.lecturer_id and now_in.is_main and now_in.withdrawn_at is null
      and daterange(now_in.from_on, now_in.until_on) @> on_day
    where now_in.id is distinct from was.id and (now_in.id is not null or was.until_on <= on_day)
      and (now_in.title, now_in.unit_id, now_in.workplace) is distinct from (was.title, was.unit_id, was.workplace)
    union all
    select a.id, a.lecturer_id, 'post', p.id, p.from_on, a.post_title, p.title
    from asked a join lecturer_post p on p.lecturer_id = a.lecturer_id and p.is_main and p.withdrawn_at is null
      and daterange(p.from_on, p.until_on) @> on_day
    where a.post_id is null and p.from_on > a.document_on
    union all
    select a.id, a.lecturer_id, 'personPost', coalesce(now_in.id, was.id), coalesce(now_in.from_on, was.until_on), was.title,
      case when now_in.id is distinct from was.id then now_in.title end
    from asked a join person_post was on was.id = a.person_post_id
    join lecturer l on l.id = a.lecturer_id join person f on f.id = l.person_id
    left join person_post now_in on now_in.id = f.post_id
    where (now_in.id is distinct from was.id and (now_in.title, now_in.unit_id) is distinct from (was.title, was.unit_id))
      or (now_in.id = was.id and was.until_on <= on_day)
    union all
    select a.id, a.lecturer_id, 'unit', p.unit_id, (select max(v.until_on) from unit_version v where v.unit_id = p.unit_id),
      unit_name_on(p.unit_id, p.from_on), null
    from asked a join lecturer_post p on p.lecturer_id = a.lecturer_id and p.is_main and p.withdrawn_at is null
      and daterange(p.from_on, p.until_on) @> on_day
    where p.unit_id is not null
      and not exists (select from unit_version v where v.unit_id = p.unit_id and daterange(v.from_on, v.until_on) @> on_day)
  )
  select f.* from found f where not exists (
    select from lecturer_approval_answer w where w.approval_id = f.id and w.cause = f.cause and w.cause_id = f.cause_id)
$$;

create table lecturer_document (
  file_id bigint primary key references kept_file,
  lecturer_id bigint not null references lecturer,
  title text not null constraint lecturer_document_title_length check (length(title) between 1 and 200),
  kind text not null constraint lecturer_document_kind check (kind in ('lecture', 'lessonPlan', 'slides', 'reading', 'other')),
  lineage_id bigint
);
comment on table lecturer_document is 'Ngân hàng tài liệu của giảng viên: bài giảng, giáo án, trình chiếu, tài liệu; thuộc chuyên đề nào';
create index lecturer_document_of on lecturer_document (lecturer_id);

alter table kept_file drop constraint kept_file_subject,
  add constraint kept_file_subject check (subject_kind in ('needRound', 'situation', 'lecturer', 'fieldStudy'));

grant delete on lecturer_travel_unit, lecturer_topic, lecturer_approval, lecturer_dossier to nhip_app;
revoke all on lecturer_contact from nhip_app;
grant select (lecturer_id, phone_mask, email_mask) on lecturer_contact to nhip_app;
revoke update, delete on lecturer_approval_answer from nhip_app;
call audit('lecturer_category', 'code');
call audit('lecturer_travel_unit', 'lecturer_id');
call audit('lecturer_post');
call audit('lecturer_degree');
call audit('lecturer_topic', 'lecturer_id');
call audit('corps_setting');
call audit('lecturer_proposal');
call audit('lecturer_dossier');
call audit('lecturer_approval');
call audit('lecturer_approval_answer');
call audit('lecturer_document', 'file_id');

alter table lecturer_category enable row level security;
alter table lecturer_travel_unit enable row level security;
alter table lecturer_post enable row level security;
alter table lecturer_degree enable row level security;
alter table lecturer_contact enable row level security;
alter table lecturer_topic enable row level security;
alter table corps_setting enable row level security;
alter table lecturer_proposal enable row level security;
alter table lecturer_dossier enable row level security;
alter table lecturer_approval enable row level security;
alter table lecturer_approval_answer enable row level security;
alter table lecturer_document enable row level security;
create policy whole_school on lecturer_category using ((select app_sees_all()));
create policy signed_in on lecturer_category for select using ((select app_account()) is not null);
create policy whole_school on lecturer_travel_unit using ((select app_sees_all()));
create policy whole_school on lecturer_post using ((select app_sees_all()));
create policy whole_school on lecturer_degree using ((select app_sees_all()));
create policy whole_school on lecturer_contact using ((select app_sees_all()));
create policy whole_school on lecturer_topic using ((select app_sees_all()));
create policy whole_school on corps_setting using ((select app_sees_all()));
create policy signed_in on corps_setting for select using ((select app_account()) is not null);
create policy whole_school on lecturer_proposal using ((select app_sees_all()));
create policy at_units on lecturer_proposal using (unit_id = any ((select app_units())::bigint[]));
create policy whole_school on lecturer_dossier using ((select app_sees_all()));
create policy whole_school on lecturer_approval using ((select app_sees_all()));
create policy whole_school on lecturer_approval_answer using ((select app_sees_all()));
create policy whole_school on lecturer_document using ((select app_sees_all()));
