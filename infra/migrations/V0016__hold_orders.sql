-- Orders that are filled whole or not at all, and orders that outlive their day.

alter table orders.orders add column expires_at timestamptz;
alter table orders.orders drop constraint orders_time_in_force_check;
alter table orders.orders add constraint orders_time_in_force_check
    check (time_in_force in ('DAY', 'IOC', 'FOK', 'GTC', 'GTD'));
alter table orders.orders add constraint until_a_time_has_one
    check ((time_in_force = 'GTD') = (expires_at is not null) or status = 'REJECTED');

alter table venue.working_order drop constraint working_order_time_in_force_check;
alter table venue.working_order add constraint working_order_time_in_force_check
    check (time_in_force in ('DAY', 'IOC', 'FOK', 'GTC', 'GTD'));
alter table venue.working_order drop constraint day_orders_end;
alter table venue.working_order add constraint some_orders_end
    check ((time_in_force in ('DAY', 'GTD')) = (expires_at is not null));
