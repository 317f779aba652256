-- Who is on the floor: what each user chose to show, and how everybody sees each of them.

create schema presence;

-- What a user chose by hand; it holds across sessions until the user chooses again.
create table presence.choice (
    trader     text primary key,
    status     text not null check (status in ('AUTO', 'ACTIVE', 'AWAY', 'BUSY', 'OFFLINE')),
    message    text check (char_length(message) between 1 and 140 and message !~ '[[:cntrl:]]'),
    version    bigint not null check (version > 0),
    changed_at timestamptz not null
);

-- What was told of a user last. Whoever has never been seen has no row.
create table presence.person (
    trader       text primary key,
    status       text not null check (status in ('ACTIVE', 'AWAY', 'BUSY', 'OFFLINE')),
    message      text,
    since        timestamptz not null,
    last_seen_at timestamptz,
    version      bigint not null check (version > 0),
    constraint who_is_there_was_not_last_seen check ((status = 'OFFLINE') = (last_seen_at is not null))
);

do $$
begin
    if not exists (select from pg_roles where rolname = 'ringside_presence_tick') then
        create role ringside_presence_tick login;
    end if;
exception
    -- another database of the same server is migrated at the same moment
    when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema runtime, audit, presence to ringside_presence_tick;
grant select, insert, delete, update (lease_until) on runtime.instance to ringside_presence_tick;
grant select, insert, update (owner, fence, ordinal, published, audit_ordinal, audit_hash) on runtime.partition
    to ringside_presence_tick;
grant select, insert, update (sequence) on runtime.cursor to ringside_presence_tick;
grant select, insert on runtime.remembered, runtime.event to ringside_presence_tick;
grant insert on audit.entry to ringside_presence_tick;
grant select, insert, update (status, message, version, changed_at) on presence.choice to ringside_presence_tick;
grant select, insert, update (status, message, since, last_seen_at, version) on presence.person
    to ringside_presence_tick;

