-- Who teaches what, when and where: the timetable of classes, invitations of lecturers with their links, what was taught, and
-- what is paid for it. Why it is built so: docs/decisions/0021.

-- One row: what the school sets for its timetables. Everything ships as a default that the school confirms.
create table teaching_setting (
  id boolean primary key default true check (id),
  part_hours integer not null default 5 constraint teaching_setting_part_hours check (part_hours between 1 and 8),
  morning_at time not null default '07:30',
  morning_until time not null default '11:30',
  afternoon_at time not null default '13:30',
  afternoon_until time not null default '17:00',
  evening_at time not null default '18:30',
  evening_until time not null default '21:00',
  answer_days integer not null default 7 constraint teaching_setting_answer_days check (answer_days between 1 and 60),
  remind_days integer not null default 2 constraint teaching_setting_remind_days check (remind_days between 0 and 30),
  -- By what substitutes are put in order, the most important first.
  substitute_order text[] not null default array['topic', 'load', 'distance', 'lastTaught'],
  contact text not null default '' constraint teaching_setting_contact_length check (length(contact) <= 300),
  needs_confirmation boolean not null default true,
  version integer not null default 1,
  constraint teaching_setting_times check (morning_until > morning_at and afternoon_until > afternoon_at and evening_until > evening_at)
);
comment on table teaching_setting is 'Giờ của các buổi, số tiết một buổi, hạn trả lời giấy mời, thứ tự tiêu chí chọn người thay';
comment on column teaching_setting.contact is 'Người và số điện thoại của trường để giảng viên mời liên hệ';
insert into teaching_setting default values;

create table class_session (
  id bigint generated always as identity primary key,
  class_id bigint not null references training_class,
  item_id bigint references curriculum_item,
  title text not null constraint class_session_title_length check (length(title) between 1 and 500),
  on_day date not null,
  part text not null constraint class_session_part check (part in ('morning', 'afternoon', 'evening')),
  hours integer not null constraint class_session_hours check (hours between 1 and 12),
  kind text not null constraint class_session_kind
    check (kind in ('theory', 'discussion', 'practice', 'field', 'selfStudy', 'report', 'exam')),
  room_id bigint references room,
  place text not null default '' constraint class_session_place_length check (length(place) <= 300),
  lecturer_id bigint references lecturer,
  -- changed: taught otherwise than planned; the record holds what was planned.
  state text not null default 'planned' constraint class_session_state
    check (state in ('planned', 'taught', 'changed', 'notTaught', 'cancelled')),
  note text not null default '' constraint class_session_note_length check (length(note) <= 500),
  confirmed_by bigint references account,
  confirmed_at timestamptz,
  version integer not null default 1,
  -- Checked at the end of a statement, so that sessions may change places.
  constraint class_session_class_once exclude using btree (class_id with =, on_day with =, part with =)
    where (state not in ('cancelled', 'notTaught')) deferrable initially immediate,
  constraint class_session_lecturer_once exclude using btree (lecturer_id with =, on_day with =, part with =)
    where (state not in ('cancelled', 'notTaught')) deferrable initially immediate,
  constraint class_session_room_once exclude using btree (room_id with =, on_day with =, part with =)
    where (state not in ('cancelled', 'notTaught')) deferrable initially immediate,
  constraint class_session_confirmed check (state not in ('taught', 'changed', 'notTaught') or confirmed_at is not null)
);
comment on table class_session is 'Buổi học của lớp: ngày, buổi, chuyên đề, số tiết, giảng viên, phòng';
comment on column class_session.hours is 'Số tiết';
create index class_session_class on class_session (class_id, on_day);
create index class_session_day on class_session (on_day);
create index class_session_lecturer on class_session (lecturer_id, on_day);
create index class_session_room on class_session (room_id, on_day);
create index class_session_item on class_session (item_id);

-- Says with whom a session meets. It looks under a lock on class, room and lecturer, so that of several at once all but the
-- first are told who was faster; the constraints above hold even if this were not here.
create function class_session_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  other record;
  held text[] := array['cancelled', 'notTaught'];
begin
  if new.state = any (held) then return null; end if;
  if tg_op = 'UPDATE' and not (old.state = any (held))
    and (old.class_id, old.on_day, old.part) = (new.class_id, new.on_day, new.part)
    and old.room_id is not distinct from new.room_id and old.lecturer_id is not distinct from new.lecturer_id then return null; end if;
  perform from training_class where id = new.class_id for no key update;
  if new.room_id is not null then perform from room where id = new.room_id for no key update; end if;
  if new.lecturer_id is not null then perform from lecturer where id = new.lecturer_id for no key update; end if;

  select s.title, k.code, k.name into other from class_session s join training_class k on k.id = s.class_id
    where s.class_id = new.class_id and s.on_day = new.on_day and s.part = new.part and s.id <> new.id and not (s.state = any (held)) limit 1;
  if found then
    raise exception 'class has a session then' using errcode = 'exclusion_violation', constraint = 'class_session_class_once', detail =
      jsonb_build_object('title', other.title, 'code', other.code, 'name', other.name, 'on', new.on_day, 'part', new.part)::text;
  end if;
  if new.room_id is not null then
    select r.name as what, s.title, k.code, k.name into other from class_session s join training_class k on k.id = s.class_id join room r on r.id = s.room_id
      where s.room_id = new.room_id and s.on_day = new.on_day and s.part = new.part and s.id <> new.id and not (s.state = any (held)) limit 1;
    if found then
      raise exception 'room is taken then' using errcode = 'exclusion_violation', constraint = 'class_session_room_once', detail =
        jsonb_build_object('what', other.what, 'title', other.title, 'code', other.code, 'name', other.name, 'on', new.on_day, 'part', new.part)::text;
    end if;
    select r.name as what, k.code, k.name, lower(b.during) as from_on, upper(b.during) - 1 as last_on into other
      from class_room b join training_class k on k.id = b.class_id join room r on r.id = b.room_id
      where b.room_id = new.room_id and b.class_id <> new.class_id and b.during @> new.on_day limit 1;
    if found then
      raise exception 'room is booked whole' using errcode = 'exclusion_violation', constraint = 'class_session_room_booked', detail =
        jsonb_build_object('what', other.what, 'code', other.code, 'name', other.name, 'on', new.on_day, 'fromOn', other.from_on, 'lastOn', other.last_on)::text;
    end if;
  end if;
  if new.lecturer_id is not null then
    select l.name as what, s.title, k.code, k.name into other from class_session s join training_class k on k.id = s.class_id join lecturer l on l.id = s.lecturer_id
      where s.lecturer_id = new.lecturer_id and s.on_day = new.on_day and s.part = new.part and s.id <> new.id and not (s.state = any (held)) limit 1;
    if found then
      raise exception 'lecturer teaches then' using errcode = 'exclusion_violation', constraint = 'class_session_lecturer_once', detail =
        jsonb_build_object('what', other.what, 'title', other.title, 'code', other.code, 'name', other.name, 'on', new.on_day, 'part', new.part)::text;
    end if;
    select l.name as what, k.code, k.name, lower(b.during) as from_on, upper(b.during) - 1 as last_on into other
      from class_lecturer b join training_class k on k.id = b.class_id join lecturer l on l.id = b.lecturer_id
      where b.lecturer_id = new.lecturer_id and b.class_id <> new.class_id and b.during @> new.on_day limit 1;
    if found then
      raise exception 'lecturer is booked whole' using errcode = 'exclusion_violation', constraint = 'class_session_lecturer_booked', detail =
        jsonb_build_object('what', other.what, 'code', other.code, 'name', other.name, 'on', new.on_day, 'fromOn', other.from_on, 'lastOn', other.last_on)::text;
    end if;
    select l.name as what, a.reason, lower(a.during) as from_on, upper(a.during) - 1 as last_on into other
      from lecturer_absence a join lecturer l on l.id = a.lecturer_id where a.lecturer_id = new.lecturer_id and a.during @> new.on_day limit 1;
    if found then
      raise exception 'lecturer is away' using errcode = 'exclusion_violation', constraint = 'class_session_lecturer_away', detail =
        jsonb_build_object('what', other.what, 'reason', other.reason, 'on', new.on_day, 'fromOn', other.from_on, 'lastOn', other.last_on)::text;
    end if;
  end if;
  return null;
end $$;
-- Before the checks of the constraints: triggers fire in the order of their names.
create trigger "0_class_session_guard" after insert or update on class_session for each row execute function class_session_guard();

-- The other way round: what books whole days finds the sessions that lie there.
create function class_session_in_the_way() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  other record;
begin
  if tg_argv[0] = 'room' then
    perform from room where id = new.room_id for no key update;
    select r.name as what, k.code, k.name, s.on_day, s.part into other
      from class_session s join training_class k on k.id = s.class_id join room r on r.id = s.room_id
      where s.room_id = new.room_id and s.class_id <> new.class_id and s.on_day <@ new.during and s.state not in ('cancelled', 'notTaught')
      order by s.on_day limit 1;
  elsif tg_argv[0] = 'lecturer' then
    perform from lecturer where id = new.lecturer_id for no key update;
    select l.name as what, k.code, k.name, s.on_day, s.part into other
      from class_session s join training_class k on k.id = s.class_id join lecturer l on l.id = s.lecturer_id
      where s.lecturer_id = new.lecturer_id and s.class_id <> new.class_id and s.on_day <@ new.during and s.state not in ('cancelled', 'notTaught')
      order by s.on_day limit 1;
  else
    perform from lecturer where id = new.lecturer_id for no key update;
    select l.name as what, k.code, k.name, s.on_day, s.part into other
      from class_session s join training_class k on k.id = s.class_id join lecturer l on l.id = s.lecturer_id
      where s.lecturer_id = new.lecturer_id and s.on_day <@ new.during and s.state not in ('cancelled', 'notTaught')
      order by s.on_day limit 1;
  end if;
  if found then
    raise exception 'a session lies there' using errcode = 'exclusion_violation', constraint = 'class_session_in_the_way', detail =
      jsonb_build_object('what', other.what, 'code', other.code, 'name', other.name, 'on', other.on_day, 'part', other.part)::text;
  end if;
  return null;
end $$;
create trigger class_session_in_the_way after insert or update of room_id, class_id, during on class_room
  for each row execute function class_session_in_the_way('room');
create trigger class_session_in_the_way after insert or update of lecturer_id, class_id, during on class_lecturer
  for each row execute function class_session_in_the_way('lecturer');
create trigger class_session_in_the_way after insert or update of lecturer_id, during on lecturer_absence
  for each row execute function class_session_in_the_way('absence');

create table teaching_invitation (
  id bigint generated always as identity primary key,
  class_id bigint not null references training_class,
  lecturer_id bigint not null references lecturer,
  title text not null constraint teaching_invitation_title_length check (length(title) between 1 and 500),
  -- overtaken: said yes, but the sessions or the lecturer had been given away meanwhile.
  state text not null default 'waiting' constraint teaching_invitation_state
    check (state in ('waiting', 'accepted', 'declined', 'otherDates', 'substitute', 'overtaken', 'withdrawn')),
  deadline_on date not null,
  sent_on date not null,
  message text not null default '' constraint teaching_invitation_message_length check (length(message) <= 1000),
  -- The night's work invites the next by itself where this one declines or does not answer.
  invites_next boolean not null default false,
  reason text not null default '' constraint teaching_invitation_reason_length check (length(reason) <= 1000),
  proposed_dates text not null default '' constraint teaching_invitation_proposed_dates_length check (length(proposed_dates) <= 500),
  substitute_name text not null default '' constraint teaching_invitation_substitute_name_length check (length(substitute_name) <= 200),
  substitute_post text not null default '' constraint teaching_invitation_substitute_post_length check (length(substitute_post) <= 300),
  substitute_phone text not null default '' constraint teaching_invitation_substitute_phone_length check (length(substitute_phone) <= 30),
  -- With what a yes has met, for the officer.
  clash jsonb,
  answered_at timestamptz,
  answered_by text constraint teaching_invitation_answered_by check (answered_by in ('link', 'account', 'office')),
  -- The invitation that this one follows, after a refusal or a silence: each is followed by one.
  follows_id bigint constraint teaching_invitation_followed_once unique references teaching_invitation,
  reminded_on date,
  -- A letter has gone out by mail; else the link is handed over by the officer.
  is_mailed boolean not null default false,
  made_by bigint references account,
  made_at timestamptz not null default now(),
  version integer not null default 1,
  constraint teaching_invitation_deadline check (deadline_on >= sent_on)
);
comment on table teaching_invitation is 'Giấy mời giảng: mời giảng viên dạy chuyên đề của một lớp trong những buổi nào';
create index teaching_invitation_class on teaching_invitation (class_id);
create index teaching_invitation_lecturer on teaching_invitation (lecturer_id);
create index teaching_invitation_open on teaching_invitation (deadline_on) where state in ('waiting', 'declined', 'otherDates', 'substitute', 'overtaken');
create index teaching_invitation_sent on teaching_invitation (sent_on desc, id desc);

create table teaching_invitation_session (
  invitation_id bigint not null references teaching_invitation,
  session_id bigint not null references class_session,
  primary key (invitation_id, session_id)
);
create index teaching_invitation_session_session on teaching_invitation_session (session_id);

-- A link by which an invitation is answered without an account. Only its hash; several may lead to one invitation (a letter, a reminder).
create table teaching_link (
  hash bytea primary key,
  invitation_id bigint not null references teaching_invitation,
  made_at timestamptz not null default now(),
  is_withdrawn boolean not null default false
);
comment on table teaching_link is 'Liên kết trả lời giấy mời: chỉ giữ mã băm, thu hồi được';
create index teaching_link_invitation on teaching_link (invitation_id);

-- A private calendar of one lecturer or one class, read by a program that signs in as nobody.
create table teaching_feed (
  id bigint generated always as identity primary key,
  hash bytea not null constraint teaching_feed_hash_once unique,
  lecturer_id bigint references lecturer,
  class_id bigint references training_class,
  made_by bigint references account,
  made_at timestamptz not null default now(),
  revoked_at timestamptz,
  constraint teaching_feed_one_thing check (num_nonnulls(lecturer_id, class_id) = 1)
);
comment on table teaching_feed is 'Địa chỉ lịch (iCal) của một giảng viên hoặc một lớp, thu hồi được';
create unique index teaching_feed_of_lecturer on teaching_feed (lecturer_id) where revoked_at is null;
create unique index teaching_feed_of_class on teaching_feed (class_id) where revoked_at is null;

-- What an hour is paid, as the school enters it from its own regulation. Empty until then: nothing is invented.
create table teaching_rate (
  id bigint generated always as identity primary key,
  is_guest boolean not null,
  -- Of one lecturer; empty: of all guests, or of all of the school's own.
  lecturer_id bigint references lecturer,
  from_on date not null,
  hour_dong bigint not null constraint teaching_rate_hour_dong check (hour_dong between 0 and 100000000),
  -- Hundredths of a per cent: 1000 is 10 %.
  tax_basis_points integer not null default 0 constraint teaching_rate_tax check (tax_basis_points between 0 and 10000),
  source text not null constraint teaching_rate_source_length check (length(source) between 1 and 300),
  made_by bigint references account,
  made_at timestamptz not null default now(),
  constraint teaching_rate_once unique nulls not distinct (is_guest, lecturer_id, from_on)
);
comment on table teaching_rate is 'Mức chi một tiết giảng do nhà trường nhập, có căn cứ và ngày áp dụng';

-- A cancelled class holds nobody and nothing: its sessions to come fall out, who was asked is asked no more.
create function teaching_of_cancelled() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.cancelled_on is not null and old.cancelled_on is null then
    update class_session set state = 'cancelled', version = version + 1
      where class_id = new.id and on_day >= new.cancelled_on and state = 'planned';
    update teaching_invitation set state = 'withdrawn', version = version + 1 where class_id = new.id and state in ('waiting', 'otherDates', 'substitute');
  end if;
  return null;
end $$;
create trigger teaching_of_cancelled after update of cancelled_on on training_class for each row execute function teaching_of_cancelled();

-- Where an invitation stands for who was invited: until when it may be answered, and why not any more.
create function teaching_standing(i teaching_invitation, p_on date) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case when i.state = 'withdrawn' then 'withdrawn'
    when exists (select from teaching_invitation f where f.follows_id = i.id) then 'followed'
    when i.state = 'accepted' and exists (select from teaching_invitation_session x join class_session s on s.id = x.session_id
      where x.invitation_id = i.id and s.on_day < p_on) then 'held'
    when i.deadline_on < p_on then 'late'
    else 'open' end
$$;

-- Which invitation is meant: by a link, or by an id that whoever asks may see.
create function teaching_meant(p_hash bytea, p_id bigint) returns teaching_invitation
language sql stable security definer set search_path = public, pg_temp as $$
  select i.* from teaching_invitation i
  where case when p_hash is not null then i.id = (select t.invitation_id from teaching_link t where t.hash = p_hash and not t.is_withdrawn)
    else i.id = p_id and (app_sees_all() or exists (select from lecturer l where l.id = i.lecturer_id and l.account_id = app_account())) end
$$;

-- What lies behind a link, for who has nothing but the link: only what the invited person needs.
create function teaching_sheet(p_hash bytea, p_on date) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('state', i.state, 'standing', teaching_standing(i, p_on), 'lecturer', l.name, 'title', i.title,
    'className', k.name, 'programme', p.name, 'learners', k.learners, 'deadlineOn', i.deadline_on, 'message', i.message, 'reason', i.reason,
    'proposedDates', i.proposed_dates, 'substituteName', i.substitute_name, 'substitutePost', i.substitute_post, 'substitutePhone', i.substitute_phone,
    'school', (select school_name from installation), 'contact', (select contact from teaching_setting),
    'sessions', coalesce((select jsonb_agg(jsonb_build_object('onDay', s.on_day, 'part', s.part, 'hours', s.hours, 'kind', s.kind, 'title', s.title,
        'place', coalesce(nullif(concat_ws(', ', r.name, nullif(r.site, ''), nullif(s.place, '')), ''), k.place),
        'startsAt', to_char(case s.part when 'morning' then t.morning_at when 'afternoon' then t.afternoon_at else t.evening_at end, 'HH24:MI'))
        order by s.on_day, array_position(array['morning', 'afternoon', 'evening'], s.part))
      from teaching_invitation_session x join class_session s on s.id = x.session_id left join room r on r.id = s.room_id cross join teaching_setting t
      where x.invitation_id = i.id), '[]'))
  from teaching_meant(p_hash, null) i join lecturer l on l.id = i.lecturer_id join training_class k on k.id = i.class_id join programme p on p.id = k.programme_id
  where i.id is not null
$$;

-- Takes an answer: by a link, by the account of who was invited, or noted by the office. Whatever a yes needs (the sessions still
-- free, the lecturer too) is settled in the same transaction; a no frees what a yes had taken. The same answer again changes
-- nothing. Tells where the invitation stands afterwards, or why it was not taken.
create function teaching_answer(p_hash bytea, p_id bigint, p_by text, p_on date, p_answer jsonb) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  i teaching_invitation;
  stood text;
  said text := p_answer ->> 'answer';
  met jsonb;
  what text;
  about text;
begin
  select m.* into i from teaching_meant(p_hash, p_id) m;
  if i.id is null then return null; end if;
  select * into i from teaching_invitation where id = i.id for update;
  stood := teaching_standing(i, p_on);
  -- The office may note an answer that came late by telephone.
  if stood = 'late' and p_by = 'office' then stood := 'open'; end if;
  if stood <> 'open' then return case when i.state = said then i.state else stood end; end if;
  if i.state = said and i.reason = coalesce(p_answer ->> 'reason', '') and i.proposed_dates = coalesce(p_answer ->> 'proposedDates', '')
    and i.substitute_name = coalesce(p_answer ->> 'substituteName', '') and i.substitute_post = coalesce(p_answer ->> 'substitutePost', '')
    and i.substitute_phone = coalesce(p_answer ->> 'substitutePhone', '') then return i.state; end if;
  perform from class_session s join teaching_invitation_session x on x.session_id = s.id where x.invitation_id = i.id order by s.id for update of s;
  if said = 'accepted' then
    select jsonb_build_object('why', 'given', 'what', coalesce(l.name, ''), 'on', s.on_day, 'part', s.part) into met
      from teaching_invitation_session x join class_session s on s.id = x.session_id left join lecturer l on l.id = s.lecturer_id
      where x.invitation_id = i.id and (s.state <> 'planned' or s.lecturer_id <> i.lecturer_id) order by s.on_day limit 1;
    if met is null then
      begin
        update class_session s set lecturer_id = i.lecturer_id, version = s.version + 1 from teaching_invitation_session x
          where x.invitation_id = i.id and s.id = x.session_id and s.lecturer_id is distinct from i.lecturer_id;
      exception when exclusion_violation then
        get stacked diagnostics what = constraint_name, about = pg_exception_detail;
        met := jsonb_build_object('why', what) || case when about like '{%' then about::jsonb else '{}' end;
      end;
    end if;
    if met is not null then said := 'overtaken'; end if;
  elsif i.state = 'accepted' then
    update class_session s set lecturer_id = null, version = s.version + 1 from teaching_invitation_session x
      where x.invitation_id = i.id and s.id = x.session_id and s.lecturer_id = i.lecturer_id and s.state = 'planned';
  end if;
  update teaching_invitation set state = said, clash = met, answered_at = now(), answered_by = p_by, version = version + 1,
      reason = coalesce(p_answer ->> 'reason', ''), proposed_dates = coalesce(p_answer ->> 'proposedDates', ''),
      substitute_name = coalesce(p_answer ->> 'substituteName', ''), substitute_post = coalesce(p_answer ->> 'substitutePost', ''),
      substitute_phone = coalesce(p_answer ->> 'substitutePhone', '')
    where id = i.id;
  return said;
end $$;

-- What a private calendar shows, for who has nothing but its address.
create function teaching_feed_of(p_hash bytea, p_on date) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('name', coalesce(l.name, k.code || ' · ' || k.name), 'isLecturer', f.lecturer_id is not null,
    'sessions', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'classId', s.class_id, 'onDay', s.on_day, 'part', s.part, 'hours', s.hours, 'kind', s.kind,
        'title', s.title, 'className', c.code || ' · ' || c.name, 'place', coalesce(nullif(concat_ws(', ', r.name, nullif(s.place, '')), ''), c.place), 'version', s.version,
        'startsAt', to_char(case s.part when 'morning' then t.morning_at when 'afternoon' then t.afternoon_at else t.evening_at end, 'HH24:MI'),
        'endsAt', to_char(case s.part when 'morning' then t.morning_until when 'afternoon' then t.afternoon_until else t.evening_until end, 'HH24:MI'))
        order by s.on_day, s.id)
      from class_session s join training_class c on c.id = s.class_id left join room r on r.id = s.room_id cross join teaching_setting t
      where (s.lecturer_id = f.lecturer_id or s.class_id = f.class_id) and s.state not in ('cancelled', 'notTaught')
        and s.on_day between p_on - 120 and p_on + 400), '[]'))
  from teaching_feed f left join lecturer l on l.id = f.lecturer_id left join training_class k on k.id = f.class_id
  where f.hash = p_hash and f.revoked_at is null
$$;

revoke execute on function teaching_standing, teaching_meant, teaching_sheet, teaching_answer, teaching_feed_of from public;
grant execute on function teaching_standing, teaching_sheet, teaching_answer, teaching_feed_of to nhip_app;
revoke update on teaching_link from nhip_app;
grant update (is_withdrawn) on teaching_link to nhip_app;

call audit('teaching_setting');
call audit('class_session');
call audit('teaching_invitation');
call audit('teaching_invitation_session', 'invitation_id');
call audit('teaching_feed');
call audit('teaching_rate');
-- Of a link the record says that there is one, by its invitation; never its hash.
create function audit_teaching_link() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform audit_write('teaching_link', new.invitation_id::text, lower(tg_op), null, jsonb_build_object('isWithdrawn', new.is_withdrawn));
  return null;
end $$;
create trigger audit after insert or update on teaching_link for each row execute function audit_teaching_link();

alter table teaching_setting enable row level security;
alter table class_session enable row level security;
alter table teaching_invitation enable row level security;
alter table teaching_invitation_session enable row level security;
alter table teaching_link enable row level security;
alter table teaching_feed enable row level security;
alter table teaching_rate enable row level security;
create policy whole_school on teaching_setting using ((select app_sees_all()));
create policy signed_in on teaching_setting for select using ((select app_account()) is not null);
-- The timetable of a class is known to all who are signed in; who teaches is for the school, as with bookings.
create policy whole_school on class_session using ((select app_sees_all()));
create policy signed_in on class_session for select using ((select app_account()) is not null);
create policy whole_school on teaching_invitation using ((select app_sees_all()));
create policy whole_school on teaching_invitation_session using ((select app_sees_all()));
create policy whole_school on teaching_link using ((select app_sees_all()));
create policy whole_school on teaching_feed using ((select app_sees_all()));
create policy whole_school on teaching_rate using ((select app_sees_all()));
