-- Requests for quotes, and timers: messages that appear when they are due.

-- When a remembered event is to appear, for one that waits; a rebuild arms it again.
alter table runtime.event add column due timestamptz;

create schema rfq;

create table rfq.rfq (
    rfq_id        uuid primary key,
    partition     smallint not null check (partition between 0 and 15),
    client_rfq_id text not null,
    account       text not null,
    requester     text not null,
    firm          text not null,
    instrument    text not null,
    side          text not null check (side in ('BUY', 'SELL')),
    quantity      numeric not null check (quantity > 0),
    status        text not null check (status in ('OPEN', 'TRADED', 'CANCELLED', 'EXPIRED')),
    requested_at  timestamptz not null,
    expires_at    timestamptz not null check (expires_at > requested_at),
    updated_at    timestamptz not null,
    version       bigint not null check (version > 0),
    unique (account, client_rfq_id)
);
-- What is armed again when a partition is taken.
create index open_rfqs on rfq.rfq (partition) where status = 'OPEN';

-- One counterparty's answer; the newest version of its price.
create table rfq.quote (
    rfq_id       uuid not null references rfq.rfq,
    trader       text not null,
    place        smallint not null check (place >= 0),
    firm         text not null,
    status       text not null check (status in
        ('REQUESTED', 'ACTIVE', 'PASSED', 'TRADED', 'DONE_AWAY', 'CANCELLED', 'EXPIRED')),
    quote_id     uuid,
    client_id    text,
    account      text,
    version      integer not null default 0 check (version >= 0),
    price        numeric,
    reservation  text,
    told         bigint not null check (told > 0),
    primary key (rfq_id, trader),
    constraint a_price_has_its_maker check ((version = 0) = (quote_id is null)
        and (version = 0) = (price is null) and (version = 0) = (account is null)
        and (version = 0) = (reservation is null) and (version = 0) = (client_id is null)),
    constraint what_can_trade_has_a_price check (status not in ('ACTIVE', 'TRADED') or version > 0)
);
-- A request trades once, whatever a handler does.
create unique index one_trade on rfq.quote (rfq_id) where status = 'TRADED';
-- The sweep of the risk check compares reservations with what may still be accepted.
create index active_quotes on rfq.quote (account) where status = 'ACTIVE';

-- The last notice of each party, byte for byte: what a page that opens is told.
create table rfq.view (
    rfq_id       uuid not null,
    party        text not null,
    role         text not null check (role in ('REQUESTER', 'COUNTERPARTY')),
    open         boolean not null,
    requested_at timestamptz not null,
    body         bytea not null,
    primary key (rfq_id, party)
);
create index on rfq.view (party, requested_at desc, rfq_id desc);
create index open_views on rfq.view (party) where open;

do $$
begin
    if not exists (select from pg_roles where rolname = 'ringside_rfq') then
        create role ringside_rfq login;
    end if;
exception
    -- another database of the same server is migrated at the same moment
    when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema reference, identity, runtime, audit, rfq to ringside_rfq;
grant select on reference.instrument, reference.currency to ringside_rfq;
grant select (id, firm, role, enabled) on identity.trader to ringside_rfq;
grant select on identity.account_trader to ringside_rfq;
grant select, insert, delete, update (lease_until) on runtime.instance to ringside_rfq;
grant select, insert, update (owner, fence, ordinal, published, audit_ordinal, audit_hash) on runtime.partition
    to ringside_rfq;
grant select, insert, update (sequence) on runtime.cursor to ringside_rfq;
grant select, insert on runtime.remembered, runtime.event to ringside_rfq;
grant insert on audit.entry to ringside_rfq;
grant select, insert, update (status, updated_at, version) on rfq.rfq to ringside_rfq;
grant select, insert, update (status, quote_id, client_id, account, version, price, reservation, told) on rfq.quote
    to ringside_rfq;
grant select, insert, update (open, body) on rfq.view to ringside_rfq;

grant usage on schema rfq to ringside_realtime_gateway, ringside_risk_check;
grant select on rfq.view to ringside_realtime_gateway;
grant select (account, reservation, rfq_id, status) on rfq.quote to ringside_risk_check;
grant select (rfq_id, quantity) on rfq.rfq to ringside_risk_check;
