-- The tables that only grow are read by their keys alone, with plans that are made once. Statistics of their contents serve
-- nobody, and gathering them (every minute or so while the tables double quickly) took a core from those who trade: 300 times the
-- highest target of a table's columns is the number of rows that are read, with their bodies.

alter table runtime.remembered
    alter column function set statistics 5, alter column message_id set statistics 5, alter column partition set statistics 5,
    alter column body_hash set statistics 0, alter column stream set statistics 5, alter column sequence set statistics 5,
    alter column at set statistics 5;

alter table runtime.event
    alter column function set statistics 5, alter column partition set statistics 5, alter column ordinal set statistics 5,
    alter column message_id set statistics 5, alter column event_id set statistics 0, alter column subject set statistics 0,
    alter column type set statistics 5, alter column trace set statistics 0, alter column body set statistics 0;

alter table audit.entry
    alter column function set statistics 5, alter column partition set statistics 5, alter column ordinal set statistics 5,
    alter column message_id set statistics 5, alter column stream set statistics 5, alter column sequence set statistics 5,
    alter column at set statistics 5, alter column subject set statistics 0, alter column input set statistics 0,
    alter column outcome set statistics 0, alter column hash set statistics 0, alter column trace set statistics 0;
