-- The answer of a renewal may get lost on its way. A token names the one that took its place, so that its second use
-- soon after can be told from theft: then nobody has used the successor, which is revoked for another.

alter table identity.refresh_token
    add column successor bytea references identity.refresh_token,
    add column revoked_at timestamptz,
    add check (successor is null or used_at is not null),
    add check (used_at is null or revoked_at is null);

grant update (successor, revoked_at) on identity.refresh_token to ringside_realtime_gateway;
