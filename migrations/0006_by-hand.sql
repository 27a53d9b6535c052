-- What an import makes can be made by hand: citations as well, and other names of groups; and invitations whose agency left.

-- When somebody first tried to accept an invitation whose agency had left the board.
alter table invitation add column refused_at timestamptz;

-- Other names by which a board knows a group, as it knows agencies by theirs.
create table group_alias (
  id uuid primary key,
  group_id uuid not null references board_group,
  board_id uuid not null references board,
  alias text not null check (length(alias) between 1 and 200),
  created_at timestamptz not null
);
create unique index group_alias_once on group_alias (board_id, lower(alias));
alter table group_alias enable row level security;
alter table group_alias force row level security;
create policy group_alias_seen on group_alias for select to heed_app
  using (board_id = any ((select my_boards())::uuid[]));
create policy group_alias_kept on group_alias for all to heed_app
  using (board_id = any ((select boards_of('administrator', 'support officer'))::uuid[]));
grant select, insert, delete on group_alias to heed_app;

-- A citation that a person adds stands in no document, and one that is none can be withdrawn.
alter table citation alter column document_id drop not null;
alter table citation alter column span_from drop not null;
alter table citation alter column span_to drop not null;
alter table citation add column withdrawn_at timestamptz;
