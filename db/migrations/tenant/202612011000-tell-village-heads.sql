-- Điều 13.4 Luật 10/2022/QH15: what concerns items 7 to 12 is sent to the heads of villages, who tell the households.
alter table disclosure_place
  drop constraint disclosure_place_kind_known,
  add constraint disclosure_place_kind_known check (kind in ('office_board', 'village_hall', 'community_point', 'portal', 'loudspeaker',
    'village_heads', 'meeting', 'media'));
