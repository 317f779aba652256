-- A user sees where he is signed in: since when, when each sign-in was last used, from which address and by which client.
-- What an older gateway starts while this one is rolled out has none of that, and is shown without.
alter table identity.session_family
    add column last_used_at timestamptz,
    add column address inet,
    add column client text check (length(client) between 1 and 200);

create index on identity.session_family (trader, created_at desc) where revoked_at is null;
-- Every gateway reads each second what was revoked lately: the few of a table that is kept.
create index on identity.session_family (revoked_at) where revoked_at is not null;

grant update (last_used_at, address, client) on identity.session_family to ringside_realtime_gateway;
