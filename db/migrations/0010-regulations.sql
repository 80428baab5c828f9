-- Which posts ask for which qualification is data in regulations/*.yaml, not a table. What the rule needs from here is one
-- thing that requests cannot select: for which posts people are planned.

-- Planned posts in force on a day, of people within the asker's walls. Planning is masked: the name of the post goes to no
-- page; the rule takes it and answers with a verdict, and only to who may open planning (people.unmask).
create function people_planned_posts(p_on date) returns table (person_id bigint, post text, term text, decided_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select g.person_id, g.post, g.term, g.decided_on from person_planning g join person p on p.id = g.person_id
  where g.decided_on <= p_on and (g.removed_on is null or g.removed_on > p_on)
    and (app_sees_all() or p.unit_id = any (app_units()))
$$;
revoke execute on function people_planned_posts from public;
grant execute on function people_planned_posts to nhip_app;
