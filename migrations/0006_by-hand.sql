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

-- As in 0003, and a group is heard as well when somebody speaks for it by another of its names.
create or replace view asked_body with (security_invoker = true) as
select distinct on (a.board_id, a.review_id, a.recommendation_id, coalesce(coalesce(a.agency_id, m.agency_id)::text, lower(a.as_written)))
  a.board_id, a.review_id, a.recommendation_id, a.id as addressee_id, a.position, a.as_written,
  coalesce(a.agency_id, m.agency_id) as agency_id, a.group_id,
  exists (select from statement s where s.recommendation_id = a.recommendation_id and s.withdrawn_at is null and (
    s.agency_id = coalesce(a.agency_id, m.agency_id)
    or lower(s.agency_as_written) = lower(a.as_written)
    or lower(s.agency_as_written) = lower(g.name)
    or exists (select from group_alias n where n.group_id = g.id and lower(n.alias) = lower(s.agency_as_written))
    or exists (select from agency_succession x
      where x.agency_id = coalesce(a.agency_id, m.agency_id) and x.successor_id = s.agency_id
        or x.successor_id = coalesce(a.agency_id, m.agency_id) and x.agency_id = s.agency_id))) as is_heard,
  exists (select from finding f where f.addressee_id = a.id and f.code = 'silent-addressee' and f.dismissed_at is not null
    and (f.agency_id is null or f.agency_id = coalesce(a.agency_id, m.agency_id))) as is_dismissed
from addressee a
join recommendation r on r.id = a.recommendation_id and r.withdrawn_at is null
left join board_group g on g.id = a.group_id and a.agency_id is null
left join group_member m on m.group_id = g.id and m.left_at is null
where a.withdrawn_at is null
order by a.board_id, a.review_id, a.recommendation_id, coalesce(coalesce(a.agency_id, m.agency_id)::text, lower(a.as_written)),
  a.agency_id is null, a.position;
