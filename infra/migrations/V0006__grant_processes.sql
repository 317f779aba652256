-- A login for each process, with what that process does and nothing else: a column that only a first insert writes
-- cannot be updated, nobody but the owner changes or deletes an audit row, what a process never reads it cannot read.
-- A login belongs to the whole server, so it may be there already. Its password comes from outside (infra/provision).

do $$
declare
    login text;
begin
    foreach login in array array['ringside_order_submit', 'ringside_risk_check', 'ringside_execution',
        'ringside_position', 'ringside_market_data', 'ringside_realtime_gateway', 'ringside_observer']
    loop
        begin
            if not exists (select from pg_roles where rolname = login) then
                execute format('create role %I login', login);
            end if;
        exception
            -- another database of the same server is migrated at the same moment
            when duplicate_object or unique_violation then null;
        end;
    end loop;
end
$$;

grant usage on schema reference to ringside_order_submit, ringside_risk_check, ringside_execution, ringside_position,
    ringside_market_data, ringside_realtime_gateway;
grant select on reference.instrument to ringside_order_submit, ringside_risk_check, ringside_execution,
    ringside_position, ringside_market_data, ringside_realtime_gateway;
grant select on reference.currency to ringside_order_submit, ringside_risk_check, ringside_execution,
    ringside_position, ringside_realtime_gateway;

-- What the runtime of every ordered function does: leases and partitions move, what happened is only added.
grant usage on schema runtime, audit to ringside_order_submit, ringside_risk_check, ringside_execution,
    ringside_position;
grant select, insert, delete, update (lease_until) on runtime.instance to ringside_order_submit, ringside_risk_check,
    ringside_execution, ringside_position;
grant select, insert, update (owner, fence, ordinal, published, audit_ordinal, audit_hash) on runtime.partition
    to ringside_order_submit, ringside_risk_check, ringside_execution, ringside_position;
grant select, insert, update (sequence) on runtime.cursor to ringside_order_submit, ringside_risk_check,
    ringside_execution, ringside_position;
grant select, insert on runtime.remembered, runtime.event to ringside_order_submit, ringside_risk_check,
    ringside_execution, ringside_position;
grant insert on audit.entry to ringside_order_submit, ringside_risk_check, ringside_execution, ringside_position;

grant usage on schema orders to ringside_order_submit, ringside_risk_check, ringside_realtime_gateway;
grant select, insert, update (status, filled, filled_value, cancel_id, reason, reason_text, version, updated_at)
    on orders.orders to ringside_order_submit;
-- The sweep compares reservations with what the open orders have left.
grant select (account, client_order_id, quantity, filled, status) on orders.orders to ringside_risk_check;
grant select on orders.orders to ringside_realtime_gateway;

grant usage on schema risk to ringside_risk_check;
grant select on risk.account_limit to ringside_risk_check;
grant select, insert, update (net, reserved_buy, reserved_sell) on risk.exposure to ringside_risk_check;
grant select, insert, update (state, remaining) on risk.reservation to ringside_risk_check;

grant usage on schema venue to ringside_execution;
grant select, insert, update (leaves, state) on venue.working_order to ringside_execution;
grant select, insert, update (quote_sequence, bid_taken, ask_taken) on venue.liquidity to ringside_execution;

grant usage on schema position to ringside_position, ringside_realtime_gateway;
grant select, insert, update (quantity, average_price, cost, realised, version, updated_at) on position.position
    to ringside_position;
grant insert on position.trade to ringside_position;
grant select on position.position to ringside_realtime_gateway;

grant usage on schema identity to ringside_realtime_gateway;
grant select on identity.trader, identity.account_trader to ringside_realtime_gateway;
grant select, insert, update (revoked_at) on identity.session_family to ringside_realtime_gateway;
grant select, insert, update (used_at) on identity.refresh_token to ringside_realtime_gateway;

-- Who checks the books after a fault run reads what the functions wrote; of people and their passwords nothing.
grant usage on schema orders, risk, venue, position, runtime, audit to ringside_observer;
grant select on orders.orders, risk.exposure, risk.reservation, venue.working_order, position.position, position.trade,
    runtime.partition, runtime.cursor, runtime.remembered, runtime.event, audit.entry to ringside_observer;
