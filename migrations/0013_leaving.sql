-- Whoever holds no role on a board any more has no seat on its panels either: the administrator who ends the last role ends
-- them. Of the seats of people who have a role, an administrator sees nothing.
create policy panel_member_of_leaver on panel_member for select to heed_app
  using (board_id = any ((select boards_of('administrator'))::uuid[])
    and not exists (select from membership m
      where m.board_id = panel_member.board_id and m.person_id = panel_member.person_id and m.ended_at is null));
create policy panel_member_left on panel_member for update to heed_app
  using (board_id = any ((select boards_of('administrator'))::uuid[])
    and not exists (select from membership m
      where m.board_id = panel_member.board_id and m.person_id = panel_member.person_id and m.ended_at is null));
