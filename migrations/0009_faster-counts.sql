-- Counts that stay quick on a board of thousands of recommendations. What is seen stays as it was.

-- The reviews that the acting person sees, by the policy of review and nothing else. Written out in the policy of each table
-- below, it filled every query with copies whose guessed cost hid from the planner what the rest of the query costs.
create function seen_reviews() returns setof uuid stable language sql rows 100
  begin atomic select id from review; end;

do $$ declare t text; begin
  foreach t in array array['recommendation', 'recommendation_part', 'addressee', 'statement', 'finding', 'citation', 'correction']
  loop
    execute format('alter policy %I on %I using (review_id in (select seen_reviews()))', t || '_seen', t);
    execute format('alter policy %I on %I using (board_id = any ((select boards_of(''support officer''))::uuid[])
      and review_id in (select seen_reviews()))', t || '_kept', t);
  end loop;
end $$;

-- As in 0006, written so that one agency is looked for before it is found out who was heard, and that each way of being
-- heard can be looked up for all bodies at once; and a succession that was withdrawn as a mistake lets nobody be heard for
-- another any more.
create or replace view asked_body with (security_invoker = true) as
select distinct on (a.board_id, a.review_id, a.recommendation_id, coalesce(a.agency_id, m.agency_id),
    case when coalesce(a.agency_id, m.agency_id) is null then lower(a.as_written) end)
  a.board_id, a.review_id, a.recommendation_id, a.id as addressee_id, a.position, a.as_written,
  coalesce(a.agency_id, m.agency_id) as agency_id, a.group_id,
  exists (select from statement s where s.recommendation_id = a.recommendation_id and s.withdrawn_at is null
    and s.agency_id = coalesce(a.agency_id, m.agency_id))
  or exists (select from statement s where s.recommendation_id = a.recommendation_id and s.withdrawn_at is null
    and lower(s.agency_as_written) = lower(a.as_written))
  or exists (select from statement s where s.recommendation_id = a.recommendation_id and s.withdrawn_at is null
    and lower(s.agency_as_written) = lower(g.name))
  or exists (select from statement s join group_alias n on lower(n.alias) = lower(s.agency_as_written)
    where s.recommendation_id = a.recommendation_id and s.withdrawn_at is null and n.group_id = g.id)
  or exists (select from statement s join agency_succession x on x.successor_id = s.agency_id
    where s.recommendation_id = a.recommendation_id and s.withdrawn_at is null and x.withdrawn_at is null
      and x.agency_id = coalesce(a.agency_id, m.agency_id))
  or exists (select from statement s join agency_succession x on x.agency_id = s.agency_id
    where s.recommendation_id = a.recommendation_id and s.withdrawn_at is null and x.withdrawn_at is null
      and x.successor_id = coalesce(a.agency_id, m.agency_id))
    as is_heard,
  exists (select from finding f where f.addressee_id = a.id and f.code = 'silent-addressee' and f.dismissed_at is not null
    and f.agency_id is null)
  or exists (select from finding f where f.addressee_id = a.id and f.code = 'silent-addressee' and f.dismissed_at is not null
    and f.agency_id = coalesce(a.agency_id, m.agency_id)) as is_dismissed
from addressee a
join recommendation r on r.id = a.recommendation_id and r.withdrawn_at is null
left join board_group g on g.id = a.group_id and a.agency_id is null
left join group_member m on m.group_id = g.id and m.left_at is null
where a.withdrawn_at is null
order by a.board_id, a.review_id, a.recommendation_id, coalesce(a.agency_id, m.agency_id),
  case when coalesce(a.agency_id, m.agency_id) is null then lower(a.as_written) end, a.agency_id is null, a.position;
