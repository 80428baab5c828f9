-- The standing of one lecturer is looked up by the lecturer, not built for all and thrown away: whoever filters or joins by the
-- lecturer pays for that one alone.

create or replace function lecturer_approved() returns table (lecturer_id bigint, approval_id bigint, during daterange) language sql stable as $$
  select a.lecturer_id, a.id, daterange(a.from_on, least(a.until_on, w.ends_on))
  from lecturer_approval a
  left join lateral (select min(e.ends_on) as ends_on from lecturer_approval_answer e where e.approval_id = a.id) w on true
  where a.decision = 'approved' and least(a.until_on, w.ends_on) > a.from_on
$$;

create or replace function lecturer_standing(on_day date) returns table (lecturer_id bigint, needs_approval boolean, approval text,
  approved_until date, is_proposed boolean) language sql stable as $$
  select l.id, n.needed,
    case when not n.needed then 'notNeeded'
      when v.until_on <= on_day + (select s.warn_days from corps_setting s) then 'expiring'
      when v.until_on is not null then 'valid'
      when e.until_on is not null then 'expired'
      when o.is_open then 'proposed' else 'none' end,
    coalesce(v.until_on, e.until_on), o.is_open
  from lecturer l left join lecturer_category c on c.code = l.category_code
  left join lateral (select range_agg(p.during) as days from lecturer_approved() p where p.lecturer_id = l.id) ap on true
  cross join lateral (select l.is_guest and coalesce(c.needs_approval, true) as needed) n
  left join lateral (select upper(r) as until_on from unnest(ap.days) r where r @> on_day) v on true
  left join lateral (select max(upper(r)) as until_on from unnest(ap.days) r where upper(r) <= on_day) e on true
  cross join lateral (select exists (select from lecturer_approval a where a.lecturer_id = l.id and a.decision is null) as is_open offset 0) o
$$;

create index lecturer_approval_open on lecturer_approval (lecturer_id) where decision is null;
create index lecturer_approval_answer_of on lecturer_approval_answer (approval_id);
create index class_lecturer_of on class_lecturer (lecturer_id);
