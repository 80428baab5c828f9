-- Who holds up an answer to a round of needs is who is reminded: until it is sent the coordinator and upwards, once it is
-- sent the head and the deputy, who confirm. The numbers of the steps are the school's to confirm.

alter table reminder_rule drop constraint reminder_rule_subject_kind_check;
alter table reminder_rule add constraint reminder_rule_subject_kind_check
  check (subject_kind in ('needAnswer', 'needConfirmation', 'unitCommitment', 'schoolCommitment'));

-- What a unit that is no more was asked is reminded of where it went over to whole.
create or replace function reminder_subjects(on_day date) returns table (kind text, id bigint, unit_id bigint, due_on date, title text)
language sql stable as $$
  select case c.side when 'unit' then 'unitCommitment' else 'schoolCommitment' end, c.id, c.unit_id, c.due_on, c.title
  from commitment c where c.state = 'open' and c.fulfilled_by is null
  union all
  select case a.state when 'submitted' then 'needConfirmation' else 'needAnswer' end, a.id, coalesce(b.became_id, a.unit_id), r.closes_on, r.title
  from need_answer a join need_round r on r.id = a.round_id and r.state = 'open' left join units_become(on_day) b on b.unit_id = a.unit_id
  where a.state <> 'confirmed'
$$;

-- Asked on every page, so by the keys and without the rest.
create or replace function reminder_is_live(p_kind text, p_id bigint, on_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case when p_kind in ('needAnswer', 'needConfirmation')
    then exists (select from need_answer a join need_round r on r.id = a.round_id
      where a.id = p_id and r.state = 'open' and a.state <> 'confirmed' and (a.state = 'submitted') = (p_kind = 'needConfirmation'))
    else exists (select from commitment c where c.id = p_id and c.state = 'open') end
$$;

with made as (insert into reminder_rule (subject_kind) values ('needConfirmation') returning id)
insert into reminder_step (rule_id, audience, offset_days, by_mail)
select made.id, s.audience, s.offset_days, true from made,
  (values ('head', -3), ('head', 1), ('deputy', 4), ('head', 7)) s (audience, offset_days);
