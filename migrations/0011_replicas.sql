-- What several processes on one database share, and what each must know to say that it is ready.

-- Whether the schema is the one that a process was written for is no secret from the process.
grant select on migration to heed_app;

-- How often one address asked within the present minute. The key is a hash of address and page. It holds nothing that must
-- outlive the server's end, so it is not written ahead; rows whose minute is over are taken away.
create unlogged table asking (
  key text primary key,
  count integer not null,
  ends_at timestamptz not null
);
create index asking_by_end on asking (ends_at);
alter table asking enable row level security;
alter table asking force row level security;
-- It is counted before anybody knows who asks, and tells nobody anything.
create policy asking_kept on asking for all to heed_app using (true);
grant select, insert, update, delete on asking to heed_app;
