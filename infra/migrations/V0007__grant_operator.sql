-- Operators rebuild a lost stream from the remembered events (infra/rebuild): they hold the functions that follow it, and
-- say where those go on. What happened they read; nothing of it can they change.

do $$
begin
    if not exists (select from pg_roles where rolname = 'ringside_operator') then
        create role ringside_operator login;
    end if;
exception
    -- another database of the same server is migrated at the same moment
    when duplicate_object or unique_violation then null;
end
$$;

grant usage on schema runtime to ringside_operator;
grant select, insert, delete, update (lease_until) on runtime.instance to ringside_operator;
grant select, update (owner, fence, published) on runtime.partition to ringside_operator;
grant select, update (stream_identity, sequence) on runtime.cursor to ringside_operator;
grant select on runtime.remembered, runtime.event to ringside_operator;
