-- Alerts: what a user has to know and to acknowledge, kept for ever; and the levels of limits that raise them.

-- The level that a reservation lifted its account's use of a limit to: part of the stored verdict.
alter table risk.reservation
    add column limit_kind text check (limit_kind in ('NET_POSITION')),
    add column limit_level smallint check (limit_level in (75, 90, 100)),
    add column limit_used numeric,
    add column limit_maximum numeric check (limit_maximum > 0),
    add constraint a_level_is_of_a_limit check ((limit_kind is null) = (limit_level is null)
        and (limit_kind is null) = (limit_used is null) and (limit_kind is null) = (limit_maximum is null));

-- Whether a remembered event takes the place of what its stream held on its subject; a rebuild says so again.
alter table runtime.event add column rolls_up boolean not null default false;

create schema alert;

create table alert.alert (
    alert_id        uuid primary key,
    trader          text not null,
    kind            text not null check (kind in ('LIMIT_REACHED', 'ORDER_REJECTED')),
    severity        text not null check (severity in ('WARNING', 'CRITICAL')),
    account         text not null,
    instrument      text not null,
    level           smallint check (level in (75, 90, 100)),
    count           bigint not null check (count > 0),
    raised_at       timestamptz not null,
    last_at         timestamptz not null check (last_at >= raised_at),
    acknowledged_at timestamptz check (acknowledged_at >= last_at),
    acknowledged_by text,
    version         bigint not null check (version > 0),
    -- what was told last, byte for byte: what a page that opens is told
    body            bytea not null,
    constraint somebody_acknowledged_it check ((acknowledged_at is null) = (acknowledged_by is null)),
    constraint a_limit_has_a_level check ((kind = 'LIMIT_REACHED') = (level is not null))
);
-- A limit that stays reached is one alert until somebody has acknowledged it, whatever a handler does.
create unique index one_alert_for_a_level on alert.alert (trader, account, instrument, level)
    where kind = 'LIMIT_REACHED' and acknowledged_at is null;
create index unacknowledged_alerts on alert.alert (trader, raised_at desc, alert_id desc) where acknowledged_at is null;
create index on alert.alert (trader, raised_at desc, alert_id desc);

do $$
begin
    if not exists (select from pg_roles where rolname = 'ringside_alert') then
        create role ringside_alert login;
    end if;
exception
    -- another database of the same server is migrated at the same moment
    when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema runtime, audit, alert to ringside_alert;
grant select, insert, delete, update (lease_until) on runtime.instance to ringside_alert;
grant select, insert, update (owner, fence, ordinal, published, audit_ordinal, audit_hash) on runtime.partition
    to ringside_alert;
grant select, insert, update (sequence) on runtime.cursor to ringside_alert;
grant select, insert on runtime.remembered, runtime.event to ringside_alert;
grant insert on audit.entry to ringside_alert;
grant select, insert, update (count, last_at, acknowledged_at, acknowledged_by, version, body) on alert.alert
    to ringside_alert;

grant usage on schema alert to ringside_realtime_gateway;
grant select on alert.alert to ringside_realtime_gateway;
