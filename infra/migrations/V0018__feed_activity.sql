-- One feed of what happened to each reader: orders, requests for quotes sent and received, transactions.

create schema activity;

-- A line belongs to the readers of an account or to one user (account/ACC1, user/alice). Texts are sorted by their
-- bytes, whatever the database is set to, so that a place in a list stays the same place.
create table activity.entry (
    reader       text collate "C" not null check (reader ~ '^(account|user)/[A-Za-z0-9_-]{1,64}$'),
    kind         text collate "C" not null check (kind in ('ORDER', 'RFQ_SENT', 'RFQ_RECEIVED', 'TRANSACTION')),
    id           text collate "C" not null,
    origin       text not null,
    account      text,
    at           timestamptz not null,
    instrument   text collate "C" not null,
    side         text collate "C" not null check (side in ('BUY', 'SELL')),
    quantity     numeric not null check (quantity > 0),
    price        numeric,
    counterparty text collate "C",
    firms_asked  smallint check (firms_asked > 0),
    status       text collate "C" not null,
    tenor        text collate "C",
    prompt_date  date,
    version      bigint not null check (version > 0),
    primary key (reader, kind, id),
    constraint requests_are_a_users_own check ((kind in ('RFQ_SENT', 'RFQ_RECEIVED')) = (reader like 'user/%')),
    constraint whoever_asks_knows_how_many check ((kind = 'RFQ_SENT') = (firms_asked is not null))
);
-- The list as it opens. A list in any other order sorts what the reader has: functions/activity/README.md says how
-- long that takes.
create index entries_by_time on activity.entry (reader, at, kind, id);

do $$
begin
    if not exists (select from pg_roles where rolname = 'ringside_activity') then
        create role ringside_activity login;
    end if;
exception
    -- another database of the same server is migrated at the same moment
    when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema runtime, audit, activity to ringside_activity;
grant select, insert, delete, update (lease_until) on runtime.instance to ringside_activity;
grant select, insert, update (owner, fence, ordinal, published, audit_ordinal, audit_hash) on runtime.partition
    to ringside_activity;
grant select, insert, update (sequence) on runtime.cursor to ringside_activity;
grant select, insert on runtime.remembered, runtime.event to ringside_activity;
grant insert on audit.entry to ringside_activity;
-- The conflict of an upsert reads the keys and the version that it compares.
grant select, insert,
    update (account, at, quantity, price, counterparty, firms_asked, status, tenor, prompt_date, version)
    on activity.entry to ringside_activity;

grant usage on schema activity to ringside_realtime_gateway;
grant select on activity.entry to ringside_realtime_gateway;
