-- Where the bound of a scenario comes from, so that the lists do not call a gap to a mere sum a distance from the best.
alter table scenario add bound_by text constraint scenario_bound_by check (bound_by in ('solver', 'everybody'));
comment on column scenario.bound_by is 'solver: mức trần do bộ giải chứng minh; everybody: mới chỉ là tổng nhu cầu; trống ở phương án lập trước khi có cột này';
