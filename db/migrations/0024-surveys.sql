-- Surveys at the end of a class: forms in versions, campaigns, one-time links, answers that nobody can lead back to a person,
-- and what was counted when a campaign closed. Why it is built so: docs/decisions/0018.

create table survey_form (
  id bigint generated always as identity primary key,
  code text not null constraint survey_form_code_once unique constraint survey_form_code_length check (length(code) between 1 and 40),
  title text not null constraint survey_form_title_length check (length(title) between 1 and 200),
  -- regulation: follows a text of the State; proposal: brought along, the school decides; school: its own.
  origin text not null check (origin in ('regulation', 'proposal', 'school')),
  needs_confirmation boolean not null default false,
  source text not null default '' constraint survey_form_source_length check (length(source) <= 500),
  version integer not null default 1
);
comment on table survey_form is 'Mẫu phiếu đánh giá';
comment on column survey_form.needs_confirmation is 'Nội dung mặc định, cần nhà trường xác nhận';

create table survey_version (
  id bigint generated always as identity primary key,
  form_id bigint not null references survey_form,
  number integer not null check (number > 0),
  definition jsonb not null constraint survey_version_size check (length(definition::text) <= 200000),
  made_by bigint references account,
  made_at timestamptz not null default now(),
  published_by bigint references account,
  published_at timestamptz,
  version integer not null default 1,
  constraint survey_version_number_once unique (form_id, number)
);
comment on table survey_version is 'Phiên bản của mẫu phiếu; đã ban hành thì không sửa';
create unique index survey_version_one_draft on survey_version (form_id) where published_at is null;

create function survey_version_guard() returns trigger language plpgsql as $$
begin
  if old.published_at is not null then
    raise exception 'a published form does not change' using errcode = 'restrict_violation', constraint = 'survey_version_frozen';
  end if;
  return new;
end $$;
create trigger survey_version_guard before update on survey_version for each row execute function survey_version_guard();
create function survey_version_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a version of a form is kept' using errcode = 'restrict_violation', constraint = 'survey_version_frozen';
end $$;
create trigger survey_version_kept before delete on survey_version for each row execute function survey_version_kept();

create table survey_campaign (
  id bigint generated always as identity primary key,
  class_id bigint not null references training_class,
  version_id bigint not null references survey_version,
  opens_on date not null,
  closes_on date not null,
  is_anonymous boolean not null default true,
  expected integer not null constraint survey_campaign_expected check (expected between 1 and 5000),
  -- tokens: everybody has a link of their own; shared: one link (a picture on the wall) for as many answers as expected.
  way text not null check (way in ('tokens', 'shared')),
  shared_key text,
  shared_hash bytea constraint survey_campaign_shared_once unique,
  issued integer not null default 0,
  -- Opened by itself when the class ended.
  is_automatic boolean not null default false,
  closed_on date,
  version integer not null default 1,
  constraint survey_campaign_period check (closes_on >= opens_on and closes_on < opens_on + 366),
  constraint survey_campaign_link check ((shared_key is null) = (shared_hash is null) and (shared_key is null or way = 'shared'))
);
comment on table survey_campaign is 'Đợt lấy ý kiến đánh giá của một lớp';
create index survey_campaign_class on survey_campaign (class_id);
create unique index survey_campaign_automatic_once on survey_campaign (class_id) where is_automatic;
create index survey_campaign_open on survey_campaign (closes_on) where closed_on is null;

-- What was promised to those who answer does not change under them.
create function survey_campaign_guard() returns trigger language plpgsql as $$
begin
  if new.class_id <> old.class_id or new.version_id <> old.version_id or new.is_anonymous <> old.is_anonymous or new.way <> old.way
    or old.closed_on is not null then
    raise exception 'a campaign keeps its promise' using errcode = 'restrict_violation', constraint = 'survey_campaign_fixed';
  end if;
  return new;
end $$;
create trigger survey_campaign_guard before update on survey_campaign for each row execute function survey_campaign_guard();

create table survey_subject (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references survey_campaign,
  kind text not null check (kind in ('programme', 'topic', 'lecturer', 'place')),
  label text not null constraint survey_subject_label_length check (length(label) between 1 and 300),
  lecturer_id bigint references lecturer,
  sort_order integer not null,
  constraint survey_subject_lecturer check (lecturer_id is null or kind = 'lecturer')
);
comment on table survey_subject is 'Đối tượng được đánh giá trong một đợt: chương trình, chuyên đề, giảng viên, địa điểm';
create index survey_subject_campaign on survey_subject (campaign_id);
create index survey_subject_lecturer_id on survey_subject (lecturer_id);

-- A link that is good for one answer. Only its hash, and whether it was used: neither when nor by whom.
create table survey_token (
  hash bytea primary key,
  campaign_id bigint not null references survey_campaign,
  state text not null default 'unused' check (state in ('unused', 'spent', 'withdrawn'))
);
comment on table survey_token is 'Liên kết dùng một lần: chỉ giữ mã băm, không giữ thời điểm, không gắn với ai';
create index survey_token_campaign on survey_token (campaign_id);

-- The answers, many in one row and sorted by what they say: no row of its own, no time, no order of coming.
create table survey_batch (
  id uuid primary key default gen_random_uuid(),
  campaign_id bigint not null references survey_campaign,
  answers jsonb not null,
  size integer not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20, toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 20);
comment on table survey_batch is 'Phiếu trả lời, giữ theo từng xấp, xếp theo nội dung: không có thời điểm, không có thứ tự gửi';
create index survey_batch_campaign on survey_batch (campaign_id);

create table survey_result (
  campaign_id bigint primary key references survey_campaign,
  answers integer not null,
  -- As it is shown: groups below five are not in it.
  content jsonb not null
);
comment on table survey_result is 'Kết quả của một đợt, tính một lần khi đóng; nhóm dưới 5 phiếu không có trong đó';

-- Where a campaign stands on a day.
create function survey_state(p_opens_on date, p_closes_on date, p_closed_on date, p_on date) returns text language sql immutable parallel safe as $$
  select case when p_closed_on is not null or p_closes_on < p_on then 'over' when p_opens_on > p_on then 'early' else 'open' end
$$;

-- How many have answered, for who sees the whole school.
create function survey_counts(p_campaigns bigint[]) returns table (campaign_id bigint, answers integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select b.campaign_id, sum(b.size)::integer from survey_batch b
  where b.campaign_id = any (p_campaigns) and app_sees_all() group by b.campaign_id
$$;

-- The answers of a campaign that is over, five or more of them. Before that nobody reads one, whatever the right.
create function survey_opened(p_campaign_id bigint, p_on date) returns setof jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select a from survey_campaign c join survey_batch b on b.campaign_id = c.id, jsonb_array_elements(b.answers) a
  where c.id = p_campaign_id and app_sees_all() and survey_state(c.opens_on, c.closes_on, c.closed_on, p_on) = 'over'
    and (select sum(s.size) from survey_batch s where s.campaign_id = c.id) >= 5
  order by a::text
$$;

-- What lies behind a link, for who has nothing but the link.
create function survey_door(p_hash bytea, p_on date) returns table (campaign_id bigint, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, case when t.state <> 'unused' then t.state else survey_state(c.opens_on, c.closes_on, c.closed_on, p_on) end
  from survey_token t join survey_campaign c on c.id = t.campaign_id where t.hash = p_hash and c.way = 'tokens'
  union all
  select c.id, survey_state(c.opens_on, c.closes_on, c.closed_on, p_on) from survey_campaign c where c.shared_hash = p_hash
$$;
create function survey_sheet(p_hash bytea, p_on date) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('campaignId', c.id, 'state', d.state, 'title', f.title, 'className', k.name, 'programme', p.name,
    'isAnonymous', c.is_anonymous, 'opensOn', c.opens_on, 'closesOn', c.closes_on, 'school', (select school_name from installation),
    'definition', v.definition, 'subjects', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'label', s.label,
      'lecturerId', null) order by s.sort_order, s.id) from survey_subject s where s.campaign_id = c.id), '[]'))
  from survey_door(p_hash, p_on) d join survey_campaign c on c.id = d.campaign_id join survey_version v on v.id = c.version_id
    join survey_form f on f.id = v.form_id join training_class k on k.id = c.class_id join programme p on p.id = k.programme_id
$$;

-- Takes an answer: spends the link (of a shared one: the sheet that was opened) and lays the answer into a batch of its campaign,
-- both or neither. A batch is sorted by content and written anew as a whole; one that is full gives a random half to the next, so
-- that no batch is ever small unless the campaign is. Tells 'taken', or why not.
create function survey_put(p_hash bytea, p_press bytea, p_on date, p_answer jsonb) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c survey_campaign; t survey_token; b survey_batch; stood text; kept jsonb; moved jsonb;
  full_at constant integer := 64;
begin
  if length(p_answer::text) > 60000 then
    raise exception 'too long' using errcode = 'check_violation', constraint = 'survey_answer_size';
  end if;
  select * into t from survey_token where hash = p_hash for update;
  if found then
    if t.state <> 'unused' then return t.state; end if;
    select * into c from survey_campaign where id = t.campaign_id and way = 'tokens' for update;
  else
    select * into c from survey_campaign where shared_hash = p_hash for update;
  end if;
  if c.id is null then return null; end if;
  if c.way = 'shared' and exists (select from survey_token where hash = p_press) then return 'spent'; end if;
  stood := survey_state(c.opens_on, c.closes_on, c.closed_on, p_on);
  if stood <> 'open' then return stood; end if;
  if c.way = 'tokens' then
    update survey_token set state = 'spent' where hash = p_hash;
  else
    if (select coalesce(sum(size), 0) from survey_batch where campaign_id = c.id) >= c.expected then return 'full'; end if;
    insert into survey_token (hash, campaign_id, state) values (p_press, c.id, 'spent');
  end if;
  select * into b from survey_batch where campaign_id = c.id order by size, id limit 1;
  if b.id is null then
    insert into survey_batch (campaign_id, answers, size) values (c.id, jsonb_build_array(p_answer), 1);
    return 'taken';
  end if;
  if b.size >= full_at then
    with mixed as (select a, row_number() over (order by random()) as place from jsonb_array_elements(b.answers) a)
    select jsonb_agg(a order by a::text) filter (where place > full_at / 2), jsonb_agg(a) filter (where place <= full_at / 2)
      into kept, moved from mixed;
    update survey_batch set answers = kept, size = jsonb_array_length(kept) where id = b.id;
    insert into survey_batch (campaign_id, answers, size)
      select c.id, jsonb_agg(a order by a::text), jsonb_array_length(moved) + 1
      from (select jsonb_array_elements(moved) as a union all select p_answer) x;
  else
    update survey_batch set size = size + 1,
      answers = (select jsonb_agg(a order by a::text) from (select jsonb_array_elements(b.answers) as a union all select p_answer) x)
    where id = b.id;
  end if;
  return 'taken';
end $$;
revoke execute on function survey_counts, survey_opened, survey_door, survey_sheet, survey_put from public;
grant execute on function survey_counts, survey_opened, survey_sheet, survey_put to nhip_app;
-- Nobody reads or writes answers but through these functions.
revoke all on survey_batch from nhip_app;
revoke update on survey_token from nhip_app;
grant update (state) on survey_token to nhip_app;

-- Under the record is who opens and closes what. Neither a link nor an answer is: the line would say when, and through whose sign-in.
call audit('survey_form');
call audit('survey_version');
call audit('survey_campaign');
call audit('survey_subject');
call audit('survey_result', 'campaign_id');

alter table survey_form enable row level security;
alter table survey_version enable row level security;
alter table survey_campaign enable row level security;
alter table survey_subject enable row level security;
alter table survey_token enable row level security;
alter table survey_batch enable row level security;
alter table survey_result enable row level security;
create policy whole_school on survey_form using ((select app_sees_all()));
create policy whole_school on survey_version using ((select app_sees_all()));
create policy whole_school on survey_campaign using ((select app_sees_all()));
create policy whole_school on survey_subject using ((select app_sees_all()));
create policy whole_school on survey_token using ((select app_sees_all()));
create policy whole_school on survey_result using ((select app_sees_all()));
