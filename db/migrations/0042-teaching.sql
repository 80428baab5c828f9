-- Learners' ratings are one of the criteria for substitutes. A school that has set its own order keeps it and adds the criterion itself.
alter table teaching_setting alter column substitute_order set default array['topic', 'load', 'distance', 'rating', 'lastTaught'];
update teaching_setting set substitute_order = array['topic', 'load', 'distance', 'rating', 'lastTaught'] where needs_confirmation;

-- An approval that ends soon is reminded of by the ladder as everything else is: the office first, the leaders when it has ended.
-- The numbers of the steps are the school's to confirm.
alter table reminder_rule drop constraint reminder_rule_subject_kind_check;
alter table reminder_rule add constraint reminder_rule_subject_kind_check
  check (subject_kind in ('needAnswer', 'needConfirmation', 'unitCommitment', 'schoolCommitment', 'approvalEnding'));

-- The guest's unit, as far as the guest has one that still exists; else the province's first.
create or replace function reminder_subjects(on_day date) returns table (kind text, id bigint, unit_id bigint, due_on date, title text)
language sql stable as $$
  select case c.side when 'unit' then 'unitCommitment' else 'schoolCommitment' end, c.id, c.unit_id, c.due_on, c.title
  from commitment c where c.state = 'open' and c.fulfilled_by is null
  union all
  select case a.state when 'submitted' then 'needConfirmation' else 'needAnswer' end, a.id, coalesce(b.became_id, a.unit_id), r.closes_on, r.title
  from need_answer a join need_round r on r.id = a.round_id and r.state = 'open' left join units_become(on_day) b on b.unit_id = a.unit_id
  where a.state <> 'confirmed'
  union all
  select 'approvalEnding', l.id, coalesce(p.unit_id, (select min(v.unit_id) from unit_version v
      where v.parent_id is null and daterange(v.from_on, v.until_on) @> on_day)), s.approved_until - 1, l.name
  from lecturer_standing(on_day) s join lecturer l on l.id = s.lecturer_id and daterange(l.from_on, l.until_on) @> on_day
  left join lateral (select q.unit_id from lecturer_post q join unit_version v on v.unit_id = q.unit_id and daterange(v.from_on, v.until_on) @> on_day
    where q.lecturer_id = l.id and q.is_main and q.withdrawn_at is null and daterange(q.from_on, q.until_on) @> on_day limit 1) p on true
  where s.needs_approval and not s.is_proposed and s.approval in ('expiring', 'expired')
$$;

create or replace function reminder_is_live(p_kind text, p_id bigint, on_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case when p_kind in ('needAnswer', 'needConfirmation')
    then exists (select from need_answer a join need_round r on r.id = a.round_id
      where a.id = p_id and r.state = 'open' and a.state <> 'confirmed' and (a.state = 'submitted') = (p_kind = 'needConfirmation'))
    when p_kind = 'approvalEnding' then exists (select from lecturer_standing(on_day) s join lecturer l on l.id = s.lecturer_id
      where s.lecturer_id = p_id and s.needs_approval and not s.is_proposed and s.approval in ('expiring', 'expired')
        and daterange(l.from_on, l.until_on) @> on_day)
    else exists (select from commitment c where c.id = p_id and c.state = 'open') end
$$;

with made as (insert into reminder_rule (subject_kind) values ('approvalEnding') returning id)
insert into reminder_step (rule_id, audience, offset_days, by_mail)
select made.id, s.audience, s.offset_days, true from made,
  (values ('office', -30), ('office', -7), ('leaders', 1)) s (audience, offset_days);
