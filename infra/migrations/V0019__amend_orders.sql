-- Orders whose quantity and limit change while they rest, and what is reserved for that until the venue has answered.

alter table orders.orders drop constraint orders_status_check;
alter table orders.orders add constraint orders_status_check check (status in
    ('NEW', 'PARTIALLY_FILLED', 'FILLED', 'PENDING_CANCEL', 'PENDING_REPLACE', 'CANCELLED', 'EXPIRED', 'REJECTED'));
alter table orders.orders add column amend_id text;
alter table orders.orders add column amender text;
alter table orders.orders add column amend_quantity numeric;
alter table orders.orders add column amend_limit_price numeric;
alter table orders.orders add constraint amend_has_amender check ((amend_id is null) = (amender is null));
alter table orders.orders add constraint amend_asks_for_both
    check ((amend_quantity is null) = (amend_limit_price is null) and (amend_quantity is null or amend_id is not null));
alter table orders.orders add constraint amend_waits_while_open
    check (amend_quantity is null or (amend_quantity > 0 and status in ('PENDING_REPLACE', 'PENDING_CANCEL')));
alter table orders.orders add constraint pending_replace_has_terms
    check (status <> 'PENDING_REPLACE' or amend_quantity is not null);

-- In the order in which a mass cancel goes through them.
drop index orders.open_orders;
create index open_orders on orders.orders (account, order_id)
    where status in ('NEW', 'PARTIALLY_FILLED', 'PENDING_CANCEL', 'PENDING_REPLACE');
create index pending_amends on orders.orders (account, amend_id) where amend_quantity is not null;

-- What of a reservation's order was executed, also beyond what was reserved: a trade on amended terms may be told
-- before them.
alter table risk.reservation add column traded numeric not null default 0 check (traded >= 0);
update risk.reservation set traded = quantity - remaining where state = 'RESERVED';

grant update (quantity, limit_price, amend_id, amender, amend_quantity, amend_limit_price) on orders.orders
    to ringside_order_submit;
grant select (amend_id, amend_quantity) on orders.orders to ringside_risk_check;
grant update (quantity, traded) on risk.reservation to ringside_risk_check;
grant update (quantity, limit_price, arrival) on venue.working_order to ringside_execution;
