-- Commitments and reminders read the answers to rounds of needs: an answer that is submitted keeps «register needs» by
-- itself, on the day of the office's clock on which it was sent; a returned one is open again.

create or replace function commitment_answered_on(p_unit_id bigint, p_from_unit_id bigint, p_fulfilled_by text, p_period text) returns date
language sql stable as $$
  select min((a.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date) from need_answer a
  where p_fulfilled_by = 'needAnswer' and p_period = 'round:' || a.round_id and a.unit_id in (p_unit_id, p_from_unit_id)
    and a.state in ('submitted', 'confirmed')
$$;

-- What a unit that is no more was asked is reminded of where it went over to whole.
create or replace function reminder_subjects(on_day date) returns table (kind text, id bigint, unit_id bigint, due_on date, title text)
language sql stable as $$
  select case c.side when 'unit' then 'unitCommitment' else 'schoolCommitment' end, c.id, c.unit_id, c.due_on, c.title
  from commitment c where c.state = 'open' and c.fulfilled_by is null
  union all
  select 'needAnswer', a.id, coalesce(b.became_id, a.unit_id), r.closes_on, r.title
  from need_answer a join need_round r on r.id = a.round_id and r.state = 'open' left join units_become(on_day) b on b.unit_id = a.unit_id
  where a.state in ('asked', 'draft', 'returned')
$$;

-- Asked on every page, so by the keys and without the rest.
create or replace function reminder_is_live(p_kind text, p_id bigint, on_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case when p_kind = 'needAnswer'
    then exists (select from need_answer a join need_round r on r.id = a.round_id
      where a.id = p_id and r.state = 'open' and a.state in ('asked', 'draft', 'returned'))
    else exists (select from commitment c where c.id = p_id and c.state = 'open') end
$$;
