-- The gateway asks the position function for positions and reads them nowhere else: one valuation, told by one.

revoke select on position.position from ringside_realtime_gateway;
revoke usage on schema position from ringside_realtime_gateway;
