-- When the person of a session showed last who they are: at its sign-in, or again before an act of weight.
alter table session add column proven_at timestamptz;
