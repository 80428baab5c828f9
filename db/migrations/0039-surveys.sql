-- Campaigns with a title of their own, sheets of limited length, and the part and module in which a topic stood when it was asked about.

-- A class may be asked twice, in the middle and at the end: the title tells which.
alter table survey_campaign add title text not null default '' constraint survey_campaign_title_length check (length(title) <= 100);
comment on column survey_campaign.title is 'Tên của đợt, ví dụ «Giữa khóa»; trống thì lấy tên mẫu phiếu';
create unique index survey_campaign_title_once on survey_campaign (class_id, lower(title)) where title <> '';

-- How many lecturer-and-topic pairs, and how many topics, one sheet asks about at most; null: all of them. Which of them a sheet asks is
-- dealt when it is opened and kept nowhere beside the link: docs/decisions/0018.
alter table survey_campaign add most_asked integer constraint survey_campaign_most_asked check (most_asked between 3 and 100);
comment on column survey_campaign.most_asked is 'Mỗi phiếu hỏi nhiều nhất mấy cặp giảng viên và chuyên đề';
alter table survey_setting add most_asked integer not null default 12 constraint survey_setting_most_asked check (most_asked between 3 and 100);
comment on column survey_setting.most_asked is 'Mặc định của đợt mới; cần nhà trường xác nhận';

-- Where the topic stood in the version of the programme: what was asked keeps it, whatever later versions do.
alter table survey_subject
  add part_lineage_id bigint, add part text constraint survey_subject_part check (part is null or lineage_id is not null),
  add module_lineage_id bigint, add module text constraint survey_subject_module check (module is null or lineage_id is not null);
comment on column survey_subject.part is 'Khối của chuyên đề trong phiên bản chương trình của lớp';
comment on column survey_subject.module is 'Học phần của chuyên đề trong phiên bản chương trình của lớp';

create or replace function survey_campaign_guard() returns trigger language plpgsql as $$
begin
  if new.class_id <> old.class_id or new.version_id <> old.version_id or new.is_anonymous <> old.is_anonymous or new.way <> old.way
    or new.respondents <> old.respondents or new.most_asked is distinct from old.most_asked or old.closed_on is not null then
    raise exception 'a campaign keeps its promise' using errcode = 'restrict_violation', constraint = 'survey_campaign_fixed';
  end if;
  return new;
end $$;

create or replace function survey_sheet(p_hash bytea, p_on date) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('campaignId', c.id, 'state', d.state, 'title', f.title, 'campaignTitle', c.title, 'className', k.name,
    'programme', p.name, 'isAnonymous', c.is_anonymous, 'opensOn', c.opens_on, 'closesOn', c.closes_on, 'mostAsked', c.most_asked,
    'school', (select school_name from installation), 'definition', v.definition,
    'subjects', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'label', s.label,
      'lecturerId', null) order by s.sort_order, s.id) from survey_subject s where s.campaign_id = c.id), '[]'))
  from survey_door(p_hash, p_on) d join survey_campaign c on c.id = d.campaign_id join survey_version v on v.id = c.version_id
    join survey_form f on f.id = v.form_id join training_class k on k.id = c.class_id join programme p on p.id = k.programme_id
$$;

create or replace view survey_shown with (security_invoker = true) as
select f.campaign_id, f.at, f.form_id, o.title as form_title, f.question, f.text, f.low, f.high, f.n, f.mean, f.spread, f.comments,
  s.kind, s.label, s.lecturer_id, s.lineage_id, s.topic, k.id as class_id, k.programme_id, p.name as programme_name, k.host_unit_id,
  coalesce(k.closes_on, c.closes_on) as held_on, c.respondents, s.part_lineage_id, s.part, s.module_lineage_id, s.module
from survey_figure f join survey_campaign c on c.id = f.campaign_id join training_class k on k.id = c.class_id
  join programme p on p.id = k.programme_id join survey_form o on o.id = f.form_id left join survey_subject s on s.id = f.subject_id;
