-- Every instance of alert counts, every few seconds, what of each severity nobody has acknowledged: of a table that is
-- kept for ever, the few rows that stand.

create index unacknowledged_by_severity on alert.alert (severity) where acknowledged_at is null;
