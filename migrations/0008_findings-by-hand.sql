-- A finding can be written by hand, and withdrawn. Who may is as for the whole register: the policies of 0003 hold.

-- Who wrote it; null for what Heed noticed.
alter table finding add column added_by uuid references person;
alter table finding add column withdrawn_at timestamptz;
