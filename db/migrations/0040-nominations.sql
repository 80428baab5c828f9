-- From notice to admission: a notice asks units for so many people, units nominate, the head signs, the school checks, the
-- Organisation Committee has its say, the school decides. The checks of rules are frozen with the facts and the rules they saw.

create table admission_notice (
  id bigint generated always as identity primary key,
  class_id bigint not null constraint admission_notice_class_id_fkey references training_class,
  deadline_on date not null,
  -- The sending date: it chooses the rule set, the age and the years of rating.
  sends_on date not null,
  seats integer constraint admission_notice_seats check (seats between 1 and 5000),
  standards text not null default '' constraint admission_notice_standards_length check (length(standards) <= 8000),
  note text not null default '' constraint admission_notice_note_length check (length(note) <= 4000),
  state text not null default 'draft' check (state in ('draft', 'issued', 'closed')),
  made_by bigint references account,
  made_at timestamptz not null default now(),
  issued_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  constraint admission_notice_days check (deadline_on <= sends_on),
  constraint admission_notice_issued check (state = 'draft' or issued_at is not null),
  constraint admission_notice_closed check ((state = 'closed') = (closed_at is not null))
);
comment on table admission_notice is 'Thông báo chiêu sinh của một lớp';
comment on column admission_notice.sends_on is 'Ngày cử đi học dự kiến: quyết định bộ quy định, tuổi và hai năm xếp loại';
create unique index admission_notice_open_once on admission_notice (class_id) where state <> 'closed';
create index admission_notice_deadline on admission_notice (deadline_on);

create table admission_quota (
  id bigint generated always as identity primary key,
  notice_id bigint not null references admission_notice,
  unit_id bigint not null constraint admission_quota_unit_id_fkey references unit,
  seats integer not null constraint admission_quota_seats check (seats between 1 and 2000),
  constraint admission_quota_once unique (notice_id, unit_id)
);
comment on table admission_quota is 'Chỉ tiêu của từng đơn vị trong một thông báo chiêu sinh';
create index admission_quota_unit on admission_quota (unit_id);

create table nomination (
  id bigint generated always as identity primary key,
  notice_id bigint not null references admission_notice,
  class_id bigint not null references training_class,
  unit_id bigint not null references unit,
  person_id bigint not null references person,
  -- As they were when the person was nominated: the unit still reads them when the person has gone elsewhere.
  full_name text not null,
  sort_key text collate "C" not null,
  search_key text not null,
  post_title text not null default '',
  basis text not null check (basis in ('held', 'planned')),
  post_id bigint references person_post,
  sent_on date not null,
  is_foreign boolean not null default false,
  note text not null default '' constraint nomination_note_length check (length(note) <= 1000),
  state text not null default 'draft'
    check (state in ('draft', 'submitted', 'returned', 'checked', 'admitted', 'waiting', 'refused', 'withdrawn')),
  -- Of the newest check.
  overall text check (overall in ('met', 'unmet', 'unknown', 'notJudged')),
  proposal text check (proposal in ('fullTime')),
  check_id bigint,
  commitment text constraint nomination_commitment_length check (length(commitment) between 5 and 1000),
  signed_by bigint references account,
  signed_at timestamptz,
  -- Why it came back, was refused, admitted in spite of something, or withdrawn: of the last step.
  answer_reason text constraint nomination_answer_length check (length(answer_reason) <= 1000),
  opinion text check (opinion in ('agrees', 'objects')),
  opinion_reason text constraint nomination_opinion_length check (length(opinion_reason) <= 1000),
  opinion_by bigint references account,
  opinion_at timestamptz,
  -- Its place by the last allocation; whoever came after it stands behind.
  wait_order integer,
  waits_since timestamptz,
  replaces_id bigint references nomination,
  enrolled_at timestamptz,
  made_by bigint not null references account,
  made_at timestamptz not null default now(),
  version integer not null default 1,
  constraint nomination_signed check (state in ('draft', 'withdrawn') or (signed_by is not null and signed_at is not null and commitment is not null)),
  constraint nomination_returned check (state not in ('returned', 'refused', 'withdrawn') or length(answer_reason) >= 5),
  constraint nomination_objects check (opinion is distinct from 'objects' or length(opinion_reason) >= 5)
);
comment on table nomination is 'Cử học viên: một người do một đơn vị cử vào một lớp';
comment on column nomination.sent_on is 'Ngày cử đi học, theo đó xét đối tượng, tiêu chuẩn';
create unique index nomination_once on nomination (class_id, person_id) where state not in ('refused', 'withdrawn');
create index nomination_notice on nomination (notice_id, sort_key);
create index nomination_unit on nomination (unit_id, state);
create index nomination_person on nomination (person_id);
create index nomination_class on nomination (class_id, state);

-- The whole content of each rule set that a check was made by, once.
create table nomination_rule_set (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  set_id text not null,
  content jsonb not null,
  kept_at timestamptz not null default now()
);
comment on table nomination_rule_set is 'Bộ quy định như lúc xét, giữ nguyên để xét lại được';

create table nomination_check (
  id bigint generated always as identity primary key,
  nomination_id bigint not null references nomination,
  made_at timestamptz not null default now(),
  made_by bigint references account,
  cause text not null check (cause in ('made', 'submitted', 'facts', 'pressed', 'exception')),
  rule_set text,
  rule_hash text references nomination_rule_set,
  -- Without the values that are masked elsewhere; those lie in nomination_fact.
  verdicts jsonb not null,
  overall text not null check (overall in ('met', 'unmet', 'unknown', 'notJudged')),
  proposal text check (proposal in ('fullTime'))
);
comment on table nomination_check is 'Một lần xét một người được cử: kết luận từng tiêu chí, không đổi về sau';
create index nomination_check_of on nomination_check (nomination_id, id);
alter table nomination add constraint nomination_check_id_fkey foreign key (check_id) references nomination_check;

-- What a check saw of a person's file, and its verdicts in full: sensitive, like the tables of people it was taken from.
create table nomination_fact (
  id bigint generated always as identity primary key,
  check_id bigint not null references nomination_check,
  person_id bigint not null references person,
  facts jsonb not null,
  verdicts jsonb not null,
  salt uuid not null default gen_random_uuid()
);
comment on table nomination_fact is 'Căn cứ của một lần xét, đóng băng: dữ liệu nhạy cảm';
create unique index nomination_fact_of on nomination_fact (check_id);

create table nomination_exception (
  id bigint generated always as identity primary key,
  nomination_id bigint not null references nomination,
  criterion text not null,
  document_number text not null constraint nomination_exception_number check (length(document_number) between 1 and 100),
  document_on date not null,
  issuer text not null constraint nomination_exception_issuer check (length(issuer) between 1 and 300),
  reason text not null constraint nomination_exception_reason check (length(reason) between 5 and 1000),
  made_by bigint references account,
  made_at timestamptz not null default now(),
  constraint nomination_exception_once unique (nomination_id, criterion)
);
comment on table nomination_exception is 'Ngoại lệ cho một tiêu chí: quyết định số, ngày, cấp quyết định, lý do';

create table nomination_allocation (
  id bigint generated always as identity primary key,
  notice_id bigint not null references admission_notice,
  rule text not null check (rule in ('rank', 'lot')),
  criteria text[] not null default '{}',
  seed text not null default '' constraint nomination_allocation_seed check (length(seed) <= 100),
  -- What each was ordered by, and the order: enough to do it again.
  places jsonb not null,
  made_by bigint references account,
  made_at timestamptz not null default now(),
  constraint nomination_allocation_says check (case rule when 'rank' then cardinality(criteria) > 0 else length(seed) > 0 end)
);
comment on table nomination_allocation is 'Quy tắc đã dùng để xếp danh sách chờ và thứ tự có được';
create index nomination_allocation_notice on nomination_allocation (notice_id);

create table nomination_step (
  id bigint generated always as identity primary key,
  nomination_id bigint not null references nomination,
  at timestamptz not null default now(),
  made_by bigint references account,
  kind text not null,
  reason text constraint nomination_step_reason check (length(reason) <= 1000)
);
comment on table nomination_step is 'Các bước đã qua của một lượt cử, ai làm, lúc nào, lý do';
create index nomination_step_of on nomination_step (nomination_id, id);

create table nomination_setting (
  id integer primary key default 1 check (id = 1),
  -- Nobody is admitted to two classes whose days overlap.
  forbids_two_courses boolean not null default false,
  unit_load_percent integer constraint nomination_setting_load check (unit_load_percent between 1 and 100),
  commitment text not null constraint nomination_setting_commitment check (length(commitment) between 5 and 1000),
  version integer not null default 1
);
comment on table nomination_setting is 'Cảnh báo khi cử người và lời cam kết mẫu';
insert into nomination_setting (commitment) values
  ('Đơn vị cam kết bố trí công việc, thời gian để người được cử tham gia đầy đủ chương trình học.');

-- What a check and its place in an order say stays for ever.
create function nomination_kept() returns trigger language plpgsql as $$
begin
  raise exception 'what was checked stays as it was' using errcode = 'restrict_violation', constraint = 'nomination_kept';
end $$;
create trigger nomination_kept before update or delete on nomination_check for each row execute function nomination_kept();
create trigger nomination_kept before update or delete on nomination_fact for each row execute function nomination_kept();
create trigger nomination_kept before update or delete on nomination_rule_set for each row execute function nomination_kept();
create trigger nomination_kept before update or delete on nomination_exception for each row execute function nomination_kept();
create trigger nomination_kept before update or delete on nomination_allocation for each row execute function nomination_kept();
create trigger nomination_kept before update or delete on nomination_step for each row execute function nomination_kept();

create function admission_notice_guard() returns trigger language plpgsql as $$
begin
  if new.class_id <> old.class_id or old.state = 'closed' or (new.state <> old.state and not
    ((old.state = 'draft' and new.state in ('issued', 'closed')) or (old.state = 'issued' and new.state = 'closed'))) then
    raise exception 'no such step of a notice' using errcode = 'restrict_violation', constraint = 'admission_notice_step';
  end if;
  return new;
end $$;
create trigger admission_notice_guard before update on admission_notice for each row execute function admission_notice_guard();

-- The way of a nomination. A unit's people send and take back; all other steps are the school's and the committee's.
create function nomination_guard() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare n record;
begin
  select a.state, a.class_id into n from admission_notice a where a.id = new.notice_id for share;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or n.state <> 'issued' or n.class_id <> new.class_id then
      raise exception 'a nomination begins as a draft for an open notice' using errcode = 'restrict_violation', constraint = 'nomination_step_guard';
    end if;
    return new;
  end if;
  if new.notice_id <> old.notice_id or new.class_id <> old.class_id or new.unit_id <> old.unit_id or new.person_id <> old.person_id then
    raise exception 'a nomination stays whose it is' using errcode = 'restrict_violation', constraint = 'nomination_step_guard';
  end if;
  if new.state <> old.state and not (
    (old.state in ('draft', 'returned') and new.state in ('submitted', 'withdrawn'))
    or (old.state = 'submitted' and new.state in ('checked', 'returned', 'refused', 'withdrawn'))
    or (old.state = 'checked' and new.state in ('admitted', 'waiting', 'returned', 'refused', 'withdrawn'))
    or (old.state = 'waiting' and new.state in ('admitted', 'returned', 'refused', 'withdrawn'))
    or (old.state = 'admitted' and new.state = 'withdrawn' and old.enrolled_at is null)
  ) then
    raise exception 'no step from % to %', old.state, new.state using errcode = 'restrict_violation', constraint = 'nomination_step_guard';
  end if;
  if not app_sees_all() and (
    new.state not in (old.state, 'submitted', 'withdrawn') or (old.state = 'admitted' and new.state <> old.state)
    or (new.opinion, new.opinion_reason, new.wait_order, new.enrolled_at)
      is distinct from (old.opinion, old.opinion_reason, old.wait_order, old.enrolled_at)) then
    raise exception 'only the school decides' using errcode = 'restrict_violation', constraint = 'nomination_of_school';
  end if;
  return new;
end $$;
create trigger nomination_guard before insert or update on nomination for each row execute function nomination_guard();

-- Whether units see a notice: a question that its own policies may ask.
create function admission_notice_is_out(p_notice_id bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from admission_notice n where n.id = p_notice_id and n.state <> 'draft')
$$;

-- What is masked of people within the asker's walls, for the rule, which answers with verdicts: nothing of it goes to a page.
create function nomination_facts_of(p_people bigint[]) returns table (person_id bigint, facts jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, people_sensitive(p.id) from person p
  where p.id = any (p_people) and (app_sees_all() or p.unit_id = any (app_units()))
$$;

-- Freezes what a check saw; only for a check that the writer can see.
create function nomination_freeze(p_rows jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into nomination_fact (check_id, person_id, facts, verdicts)
  select c.id, m.person_id, r -> 'facts', r -> 'verdicts'
  from jsonb_array_elements(p_rows) r join nomination_check c on c.id = (r ->> 'checkId')::bigint join nomination m on m.id = c.nomination_id
  where app_sees_all() or m.unit_id = any (app_units());
end $$;

-- The frozen facts for the rule, to replay a check: whether they are the same, and the verdicts, are all that is told of them.
create function nomination_frozen(p_checks bigint[]) returns table (check_id bigint, facts jsonb, verdicts jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.check_id, f.facts, f.verdicts from nomination_fact f join nomination_check c on c.id = f.check_id
  join nomination m on m.id = c.nomination_id
  where f.check_id = any (p_checks) and (app_sees_all() or m.unit_id = any (app_units()))
$$;

-- The verdicts of a check with the values that are masked elsewhere, for a reason, which goes into the record.
create function nomination_unmask(p_check_id bigint) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare f record;
begin
  select n.person_id, n.verdicts into f from nomination_fact n where n.check_id = p_check_id;
  if not found or not people_may_see(f.person_id) then return null; end if;
  if nullif(current_setting('app.reason', true), '') is null then
    raise exception 'sensitive data are shown for a reason only' using errcode = 'insufficient_privilege';
  end if;
  perform audit_write('person', f.person_id::text, 'read', null, jsonb_build_object('fields', '["party", "ethnicity", "plannings", "ratings"]'::jsonb));
  return f.verdicts;
end $$;

-- Where else these people stand: nominated or admitted for a class whose days overlap, by whichever unit; or another file with
-- the same name and birth nominated for the same class. Only people within the asker's walls are asked about.
create function nomination_clashes(p_people bigint[], p_classes bigint[], p_on date)
returns table (person_id bigint, class_id bigint, kind text, about text)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (
    select p.id, p.search_key, p.born_on, p.born_year, c.id as class_id, daterange(c.opens_on, coalesce(c.closes_on, c.opens_on), '[]') as days
    from (select distinct * from unnest(p_people, p_classes) as u (person_id, class_id)) u
    join person p on p.id = u.person_id join training_class c on c.id = u.class_id
    where app_sees_all() or p.unit_id = any (app_units())
  )
  select a.id, a.class_id, case when m.state = 'admitted' then 'learning' else 'otherClass' end,
      c.code || ' (' || coalesce(unit_name_on(m.unit_id, p_on), '') || ')'
    from asked a join nomination m on m.person_id = a.id and m.class_id <> a.class_id and m.state not in ('refused', 'withdrawn')
    join training_class c on c.id = m.class_id and c.cancelled_on is null
      and a.days && daterange(c.opens_on, coalesce(c.closes_on, c.opens_on), '[]')
  union all
  select a.id, a.class_id, 'otherUnit', coalesce(unit_name_on(m.unit_id, p_on), '')
    from asked a join nomination m on m.person_id = a.id and m.class_id = a.class_id and m.state not in ('refused', 'withdrawn')
    where not app_sees_all() and not m.unit_id = any (app_units())
  union all
  select a.id, a.class_id, 'otherFile', m.full_name || ' (' || coalesce(unit_name_on(m.unit_id, p_on), '') || ')'
    from asked a join nomination m on m.class_id = a.class_id and m.person_id <> a.id and m.search_key = a.search_key
      and m.state not in ('refused', 'withdrawn')
    join person o on o.id = m.person_id
    where (a.born_year is null or o.born_year is null or a.born_year = o.born_year)
      and (a.born_on is null or o.born_on is null or a.born_on = o.born_on)
      and not exists (select from person_distinct d where (d.person_id, d.other_id) = (least(a.id, o.id), greatest(a.id, o.id)))
$$;

revoke execute on function nomination_facts_of, nomination_freeze, nomination_frozen, nomination_unmask, nomination_clashes from public;
grant execute on function nomination_facts_of, nomination_freeze, nomination_frozen, nomination_unmask, nomination_clashes to nhip_app;

grant delete on admission_quota to nhip_app;
call audit('admission_notice');
call audit('admission_quota');
call audit('nomination');
call audit('nomination_rule_set', 'hash');
call audit('nomination_check');
call audit('nomination_exception');
call audit('nomination_allocation');
call audit('nomination_step');
call audit('nomination_setting');
create trigger audit after insert on nomination_fact referencing new table as after for each statement execute function people_audit('{}', 'digest');
create trigger audit_erased after delete on nomination_fact referencing old table as before for each statement execute function people_audit('{}', 'digest');

alter table admission_notice enable row level security;
alter table admission_quota enable row level security;
alter table nomination enable row level security;
alter table nomination_rule_set enable row level security;
alter table nomination_check enable row level security;
alter table nomination_fact enable row level security;
alter table nomination_exception enable row level security;
alter table nomination_allocation enable row level security;
alter table nomination_step enable row level security;
alter table nomination_setting enable row level security;
revoke all on nomination_fact from nhip_app;
create policy whole_school on admission_notice using ((select app_sees_all()));
create policy asked on admission_notice for select using (state <> 'draft'
  and exists (select from admission_quota q where q.notice_id = admission_notice.id and q.unit_id = any ((select app_units())::bigint[])));
create policy whole_school on admission_quota using ((select app_sees_all()));
create policy asked on admission_quota for select using (unit_id = any ((select app_units())::bigint[]) and admission_notice_is_out(notice_id));
create policy whole_school on nomination using ((select app_sees_all()));
create policy at_units on nomination using (unit_id = any ((select app_units())::bigint[]));
create policy signed_in on nomination_rule_set for select using ((select app_account()) is not null);
create policy kept on nomination_rule_set for insert with check ((select app_account()) is not null);
create policy whole_school on nomination_check using ((select app_sees_all()));
create policy of_nomination on nomination_check using (exists (select from nomination m where m.id = nomination_id));
create policy whole_school on nomination_exception using ((select app_sees_all()));
create policy of_nomination on nomination_exception for select using (exists (select from nomination m where m.id = nomination_id));
create policy whole_school on nomination_allocation using ((select app_sees_all()));
create policy whole_school on nomination_step using ((select app_sees_all()));
create policy of_nomination on nomination_step using (exists (select from nomination m where m.id = nomination_id));
create policy signed_in on nomination_setting for select using ((select app_account()) is not null);
create policy whole_school on nomination_setting for update using ((select app_sees_all()));
