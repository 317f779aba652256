-- A gateway passes on how everybody is seen, and to each user what that user chose.

grant usage on schema presence to ringside_realtime_gateway;
grant select on presence.choice, presence.person to ringside_realtime_gateway;
