-- The first floor: who trades what, within which limits, and the books of the functions that carry an order.
-- Schema per owner. Constraints state invariants, so that a wrong handler fails loudly.

create schema reference;
create schema identity;
create schema orders;
create schema risk;
create schema venue;
create schema position;
create schema runtime;
create schema audit;

create table reference.currency (
    code  text primary key,
    scale smallint not null check (scale between 0 and 10)
);

create table reference.instrument (
    id             text primary key check (id ~ '^[A-Za-z0-9_-]{1,64}$'),
    symbol         text not null unique,
    name           text not null,
    asset_class    text not null check (asset_class in ('CRYPTO', 'METAL', 'EQUITY')),
    currency       text not null references reference.currency,
    price_scale    smallint not null check (price_scale between 0 and 12),
    price_tick     numeric not null check (price_tick > 0 and scale(price_tick) <= price_scale),
    quantity_scale smallint not null check (quantity_scale between 0 and 12),
    quantity_step  numeric not null check (quantity_step > 0 and scale(quantity_step) <= quantity_scale),
    quantity_unit  text not null,
    contract_size  numeric not null check (contract_size > 0),
    status         text not null default 'OPEN' check (status in ('OPEN', 'HALTED')),
    version        bigint not null default 1
);

create table identity.firm (
    id   text primary key,
    name text not null
);

create table identity.trader (
    id            text primary key check (id ~ '^[A-Za-z0-9_-]{1,64}$'),
    firm          text not null references identity.firm,
    name          text not null,
    role          text not null check (role in ('trader', 'partner', 'risk-officer', 'ops', 'admin')),
    password_hash text not null,
    enabled       boolean not null default true
);

create table identity.account (
    id   text primary key check (id ~ '^[A-Za-z0-9_-]{1,64}$'),
    firm text not null references identity.firm,
    name text not null
);

create table identity.account_trader (
    account text not null references identity.account,
    trader  text not null references identity.trader,
    primary key (account, trader)
);

-- A family is one sign-in; its refresh tokens follow one another, each used once.
create table identity.session_family (
    id         uuid primary key,
    trader     text not null references identity.trader,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);

create table identity.refresh_token (
    token_hash bytea primary key,
    family     uuid not null references identity.session_family on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index on identity.refresh_token (family);

create table orders.orders (
    order_id        uuid primary key,
    account         text not null,
    client_order_id text not null,
    trader          text not null,
    instrument      text not null,
    side            text not null check (side in ('BUY', 'SELL')),
    order_type      text not null check (order_type in ('MARKET', 'LIMIT')),
    time_in_force   text not null check (time_in_force in ('DAY', 'IOC')),
    quantity        numeric not null check (quantity > 0),
    limit_price     numeric,
    status          text not null check (status in
        ('NEW', 'PARTIALLY_FILLED', 'FILLED', 'PENDING_CANCEL', 'CANCELLED', 'EXPIRED', 'REJECTED')),
    filled          numeric not null default 0,
    filled_value    numeric not null default 0,
    cancel_id       text,
    reason          text,
    reason_text     text,
    version         bigint not null check (version > 0),
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    unique (account, client_order_id),
    constraint filled_within_quantity check (filled >= 0 and filled <= quantity),
    constraint filled_means_all check (status <> 'FILLED' or filled = quantity),
    constraint limit_has_price check ((order_type = 'LIMIT') = (limit_price is not null) or status = 'REJECTED')
);
create index on orders.orders (account, order_id desc);
create index open_orders on orders.orders (account) where status in ('NEW', 'PARTIALLY_FILLED', 'PENDING_CANCEL');

-- What one account may do in one instrument. No row means zero: nothing may be traded.
create table risk.account_limit (
    account            text not null,
    instrument         text not null,
    order_quantity_max numeric not null check (order_quantity_max >= 0),
    order_notional_max numeric not null check (order_notional_max >= 0),
    net_position_max   numeric not null check (net_position_max >= 0),
    collar_bps         integer not null check (collar_bps between 0 and 10000),
    quote_age_max_ms   integer not null check (quote_age_max_ms > 0),
    restricted         boolean not null default false,
    version            bigint not null default 1,
    primary key (account, instrument)
);

create table risk.exposure (
    account       text not null,
    instrument    text not null,
    net           numeric not null default 0,
    reserved_buy  numeric not null default 0 check (reserved_buy >= 0),
    reserved_sell numeric not null default 0 check (reserved_sell >= 0),
    primary key (account, instrument)
);

-- One row per command that was ever decided or released: an id that was released before it was reserved stays refused.
create table risk.reservation (
    account         text not null,
    client_order_id text not null,
    instrument      text not null,
    side            text not null check (side in ('BUY', 'SELL')),
    state           text not null check (state in ('RESERVED', 'REFUSED', 'RELEASED')),
    quantity        numeric not null check (quantity >= 0),
    remaining       numeric not null check (remaining >= 0 and remaining <= quantity),
    reason          text,
    reason_text     text,
    limit_version   bigint not null,
    reference_price numeric,
    primary key (account, client_order_id),
    constraint only_reserved_holds check (state = 'RESERVED' or remaining = 0)
);
create index held_reservations on risk.reservation (account, instrument) where remaining > 0;

create table venue.working_order (
    order_id        uuid primary key,
    client_order_id text not null,
    account         text not null,
    trader          text not null,
    instrument      text not null,
    side            text not null check (side in ('BUY', 'SELL')),
    order_type      text not null check (order_type in ('MARKET', 'LIMIT')),
    time_in_force   text not null check (time_in_force in ('DAY', 'IOC')),
    quantity        numeric not null check (quantity > 0),
    leaves          numeric not null check (leaves >= 0 and leaves <= quantity),
    limit_price     numeric,
    arrival         bigint not null,
    state           text not null check (state in ('WORKING', 'FILLED', 'EXPIRED', 'CANCELLED')),
    constraint ended_leaves_nothing check (state <> 'FILLED' or leaves = 0)
);
create index resting_orders on venue.working_order (instrument, side, limit_price) where state = 'WORKING';

-- How much of the displayed size of one quote the paper venue has already given away.
create table venue.liquidity (
    instrument     text primary key,
    quote_sequence bigint not null,
    bid_taken      numeric not null default 0 check (bid_taken >= 0),
    ask_taken      numeric not null default 0 check (ask_taken >= 0)
);

-- Cost is what the open quantity was bought (or, negative, sold) for, exactly; the average price is derived from it.
create table position.position (
    account       text not null,
    instrument    text not null,
    quantity      numeric not null default 0,
    average_price numeric,
    cost          numeric not null default 0,
    realised      numeric not null default 0,
    version       bigint not null default 0,
    updated_at    timestamptz not null,
    primary key (account, instrument),
    constraint flat_has_no_price check ((quantity = 0) = (average_price is null)),
    constraint flat_costs_nothing check (quantity <> 0 or cost = 0)
);

create table position.trade (
    execution_id text primary key,
    order_id     uuid not null,
    account      text not null,
    instrument   text not null,
    side         text not null check (side in ('BUY', 'SELL')),
    quantity     numeric not null check (quantity > 0),
    price        numeric not null,
    venue        text not null,
    booked_at    timestamptz not null
);
create index on position.trade (account, instrument);

-- The runtime of ordered functions.
create table runtime.instance (
    function    text not null,
    instance    uuid not null,
    lease_until timestamptz not null,
    primary key (function, instance)
);

create table runtime.partition (
    function      text not null,
    partition     smallint not null check (partition between 0 and 15),
    owner         uuid,
    fence         bigint not null default 0,
    ordinal       bigint not null default 0,
    published     bigint not null default 0,
    audit_ordinal bigint not null default 0,
    audit_hash    bytea not null default decode(repeat('00', 32), 'hex'),
    primary key (function, partition),
    constraint published_was_made check (published <= ordinal)
);

create table runtime.cursor (
    function        text not null,
    partition       smallint not null,
    stream          text not null,
    stream_identity text not null,
    sequence        bigint not null check (sequence >= 0),
    primary key (function, partition, stream)
);

-- Every message that had its effect. Rows outlive every stream.
create table runtime.remembered (
    function   text not null,
    message_id text not null,
    partition  smallint not null,
    body_hash  bytea not null,
    stream     text not null,
    sequence   bigint not null,
    at         timestamptz not null,
    primary key (function, message_id)
);

-- What each of those messages produced, in the order of its partition.
create table runtime.event (
    function   text not null,
    partition  smallint not null,
    ordinal    bigint not null,
    message_id text not null,
    event_id   text not null,
    subject    text not null,
    type       text not null,
    trace      text,
    body       bytea not null,
    primary key (function, partition, ordinal)
);
create index on runtime.event (function, message_id);

-- Append-only; the hash of a row covers the row before it in its partition.
create table audit.entry (
    function   text not null,
    partition  smallint not null,
    ordinal    bigint not null,
    message_id text not null,
    stream     text not null,
    sequence   bigint not null,
    at         timestamptz not null,
    subject    text not null,
    input      bytea not null,
    outcome    text not null,
    hash       bytea not null,
    primary key (function, partition, ordinal)
);
