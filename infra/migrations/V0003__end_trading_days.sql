-- Orders that are good for the day end with the trading day of their instrument.

-- The local time at which a trading day ends and the next begins, and the zone (IANA) whose clocks show it.
alter table reference.instrument
    add column trading_day_end  time not null default '00:00' check (trading_day_end < '24:00'),
    add column trading_day_zone text not null default 'UTC'
        check (timestamptz 'epoch' at time zone trading_day_zone is not null);

-- The venue computes the end when the order enters. What rests already ends with the day of the default.
alter table venue.working_order add column expires_at timestamptz;
update venue.working_order
    set expires_at = (date_trunc('day', now() at time zone 'UTC') + interval '1 day') at time zone 'UTC'
    where time_in_force = 'DAY';
alter table venue.working_order
    add constraint day_orders_end check ((time_in_force = 'DAY') = (expires_at is not null));

-- The watcher reads the first end of each instrument, the venue what is past its end.
create index ending_orders on venue.working_order (instrument, expires_at, arrival) where state = 'WORKING';
