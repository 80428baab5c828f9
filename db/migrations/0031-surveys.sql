-- Results across classes, what a lecturer sees of the own ratings, drafts of forms, who answers, the same topic across versions.
-- What may be added up across classes and why: docs/decisions/0022.

alter table survey_campaign add respondents text not null default 'learners'
  constraint survey_campaign_respondents check (respondents in ('learners', 'lecturers'));
comment on column survey_campaign.respondents is 'Ai trả lời: học viên hay giảng viên của lớp';
-- The topic of a curriculum, the same across its versions (curriculum_item.lineage_id): by it topics of several classes are one.
alter table survey_subject add lineage_id bigint
  constraint survey_subject_lineage check (lineage_id is null or kind in ('topic', 'lecturer'));
-- Where a lecturer is asked about topic by topic: which one.
alter table survey_subject add topic text
  constraint survey_subject_topic check (topic is null or (kind = 'lecturer' and length(topic) between 1 and 300));

-- What was promised to those who answer does not change under them: dates and the number expected may, as long as it is open.
create or replace function survey_campaign_guard() returns trigger language plpgsql as $$
begin
  if new.class_id <> old.class_id or new.version_id <> old.version_id or new.is_anonymous <> old.is_anonymous or new.way <> old.way
    or new.respondents <> old.respondents or old.closed_on is not null then
    raise exception 'a campaign keeps its promise' using errcode = 'restrict_violation', constraint = 'survey_campaign_fixed';
  end if;
  return new;
end $$;

-- A draft may be thrown away; what was published is kept.
create or replace function survey_version_kept() returns trigger language plpgsql as $$
begin
  if old.published_at is not null then
    raise exception 'a version of a form is kept' using errcode = 'restrict_violation', constraint = 'survey_version_frozen';
  end if;
  return old;
end $$;
grant delete on survey_version, survey_form to nhip_app;

-- What each campaign shows, one row for each question and subject: nothing below five, nothing that its own result hides.
-- Results across classes are made of these rows alone, so that no sum over classes says more than the classes' own results do.
create table survey_figure (
  campaign_id bigint not null references survey_campaign,
  at text not null,
  form_id bigint not null references survey_form,
  subject_id bigint references survey_subject,
  question text not null,
  text text not null,
  low integer,
  high integer,
  n integer not null constraint survey_figure_floor check (n >= 5),
  mean double precision,
  spread double precision,
  counts jsonb not null default '[]',
  comments text[] not null default '{}',
  primary key (campaign_id, at)
);
comment on table survey_figure is 'Kết quả được hiển thị của từng câu trong từng đợt; không có nhóm dưới 5 phiếu, không có nhóm bị ẩn';
create index survey_figure_subject on survey_figure (subject_id);
create index survey_figure_form on survey_figure (form_id, question);

insert into survey_figure (campaign_id, at, form_id, subject_id, question, text, low, high, n, mean, spread, counts, comments)
select r.campaign_id, i ->> 'key', v.form_id, s.id, split_part(i ->> 'key', '@', 1), i ->> 'text',
  case when i ->> 'mean' is not null then (select min((c ->> 'label')::integer) from jsonb_array_elements(i -> 'counts') c) end,
  case when i ->> 'mean' is not null then (select max((c ->> 'label')::integer) from jsonb_array_elements(i -> 'counts') c) end,
  (i ->> 'n')::integer, (i ->> 'mean')::double precision, (i ->> 'spread')::double precision, i -> 'counts',
  array(select jsonb_array_elements_text(i -> 'comments'))
from survey_result r
  join survey_campaign c on c.id = r.campaign_id join survey_version v on v.id = c.version_id
  cross join jsonb_array_elements(r.content -> 'items') i
  left join survey_subject s on s.campaign_id = r.campaign_id and s.id::text = split_part(i ->> 'key', '@', 2)
where not (i ->> 'isHidden')::boolean and (i ->> 'n')::integer >= 5;

-- What is shown, with what it is about: the day is that on which the class ended.
create view survey_shown with (security_invoker = true) as
select f.campaign_id, f.at, f.form_id, o.title as form_title, f.question, f.text, f.low, f.high, f.n, f.mean, f.spread, f.comments,
  s.kind, s.label, s.lecturer_id, s.lineage_id, s.topic, k.id as class_id, k.programme_id, p.name as programme_name, k.host_unit_id,
  coalesce(k.closes_on, c.closes_on) as held_on, c.respondents
from survey_figure f join survey_campaign c on c.id = f.campaign_id join training_class k on k.id = c.class_id
  join programme p on p.id = k.programme_id join survey_form o on o.id = f.form_id left join survey_subject s on s.id = f.subject_id;
grant select on survey_shown to nhip_app;

-- A lecturer's own ratings, for whoever is linked to that lecturer and for nobody else; the school reads survey_shown.
create function survey_own() returns setof survey_shown
language sql stable security definer set search_path = public, pg_temp as $$
  select v.* from survey_shown v join lecturer l on l.id = v.lecturer_id where l.account_id = app_account()
$$;
revoke execute on function survey_own from public;
grant execute on function survey_own to nhip_app;

-- What others may build on, such as the choice of a substitute: all marks of a lecturer per topic (null: of the lecturer as such), as
-- a share of their scale from 0 to 1, whatever the form; `marks` is how many marks it rests on, five or more.
create view lecturer_rating with (security_invoker = true) as
select lecturer_id, lineage_id, count(distinct campaign_id)::integer as campaigns, sum(n)::integer as marks,
  sum(n * (mean - low) / (high - low)) / sum(n) as score
from survey_shown where kind = 'lecturer' and lecturer_id is not null and mean is not null and high > low group by 1, 2;
grant select on lecturer_rating to nhip_app;

-- The school's own Word template of results.
alter table document_template drop constraint document_template_kind;
alter table document_template add constraint document_template_kind
  check (kind in ('plan', 'planSubmission', 'planAmendment', 'surveyResults'));

call audit('survey_figure', 'campaign_id');
alter table survey_figure enable row level security;
create policy whole_school on survey_figure using ((select app_sees_all()));
