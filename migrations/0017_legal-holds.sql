-- A legal hold: nothing of the review may be destroyed until two people have lifted it.
create table legal_hold (
  id uuid primary key,
  board_id uuid not null,
  review_id uuid not null,
  ground text not null check (ground in ('trial', 'inquest', 'inquiry', 'court', 'request', 'other')),
  reason text not null check (length(reason) between 1 and 1000),
  look_again_on date not null,
  placed_by uuid not null references person,
  placed_at timestamptz not null,
  -- Somebody asks for it to be lifted, and why; a refusal empties all three again.
  lifting_reason text check (length(lifting_reason) between 1 and 1000),
  lifting_asked_by uuid references person,
  lifting_asked_at timestamptz,
  lifted_by uuid references person check (lifted_by <> lifting_asked_by),
  lifted_at timestamptz,
  foreign key (review_id, board_id) references review (id, board_id),
  check ((lifting_reason is null) = (lifting_asked_by is null) and (lifting_reason is null) = (lifting_asked_at is null)),
  check ((lifted_by is null) = (lifted_at is null) and (lifted_at is null or lifting_asked_at is not null))
);
create index legal_hold_of_review on legal_hold (review_id) where lifted_at is null;
create index legal_hold_of_board on legal_hold (board_id, look_again_on) where lifted_at is null;
alter table legal_hold enable row level security;
alter table legal_hold force row level security;
-- Whoever sees the review is told of the hold: it binds what they keep themselves as well.
create policy legal_hold_seen on legal_hold for select to heed_app using (review_id in (select id from review));
create policy legal_hold_kept on legal_hold for all to heed_app
  using (board_id = any ((select boards_of('support officer'))::uuid[]) and review_id in (select id from review));
grant select, insert, update on legal_hold to heed_app;
