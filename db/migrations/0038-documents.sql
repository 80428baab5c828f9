-- The template in use, for whoever may make the letter: a council's secretary or a reader of a timetable is not always of the whole
-- school, and a letter in the school's own template must not turn into the shipped one for them. Nothing else of the table is told.
create function template_in_use(p_kind text, p_layout text) returns bytea
language sql stable security definer set search_path = public, pg_temp as $$
  select t.content from document_template t
  where t.kind = p_kind and t.layout = p_layout and app_account() is not null
  order by t.number desc limit 1
$$;
comment on function template_in_use is 'Mẫu Word đang dùng của nhà trường; rỗng khi dùng mẫu có sẵn';
revoke execute on function template_in_use from public;
grant execute on function template_in_use to nhip_app;
