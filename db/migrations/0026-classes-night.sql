-- Work that the house does by itself has no account: it sees the whole school, and that includes its classes and rooms.
create policy seen_by_school on training_class for select using ((select app_sees_all()));
create policy seen_by_school on class_year_correction for select using ((select app_sees_all()));
create policy seen_by_school on room for select using ((select app_sees_all()));
