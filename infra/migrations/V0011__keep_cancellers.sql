-- Whoever cancels a colleague's order is told what became of it, however late the venue answers.

alter table orders.orders add column canceller text;

grant update (canceller) on orders.orders to ringside_order_submit;
