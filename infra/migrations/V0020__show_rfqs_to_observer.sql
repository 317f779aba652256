-- Who checks the books after a run compares trades and reservations with the requests for quotes that they came from.

grant usage on schema rfq to ringside_observer;
grant select on rfq.rfq, rfq.quote to ringside_observer;
