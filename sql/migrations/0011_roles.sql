-- Roles belong to the whole cluster, and making one takes a right that an owner of a single database seldom has. So
-- what can be made is made, what cannot is told, and `chancery migrate` tries again each time.

create function chancery.grant_roles()
returns setof text
language plpgsql
as $$
declare
    item record;
begin
    for item in
        select r.name
        from (values ('chancery_reader'), ('chancery_loader')) r (name)
        where to_regrole(r.name) is null
    loop
        begin
            execute format('create role %I nologin', item.name);
        exception
            when duplicate_object or unique_violation then
                null;
            when insufficient_privilege then
                return next format(
                    'the role %s is missing, and %s may not create it; as a superuser: create role %1$s nologin; then run '
                        'chancery migrate again',
                    item.name, current_user
                );
        end;
    end loop;
    for item in
        select r.name as role, c.oid::regclass as relation, c.relkind = 'r' and c.relname <> 'migrations' as is_written
        from (values ('chancery_reader'), ('chancery_loader')) r (name)
        cross join pg_class c
        where to_regrole(r.name) is not null
          and c.relnamespace = 'chancery'::regnamespace
          and c.relkind in ('r', 'v', 'm', 'p')
          and pg_has_role(c.relowner, 'usage')
    loop
        execute format('grant select on %s to %I', item.relation, item.role);
        if item.role = 'chancery_loader' and item.is_written then
            execute format('grant insert, update, delete on %s to %I', item.relation, item.role);
        end if;
    end loop;
    if pg_has_role((select nspowner from pg_namespace where nspname = 'chancery'), 'usage') then
        for item in
            select r.name
            from (values ('chancery_reader'), ('chancery_loader')) r (name)
            where to_regrole(r.name) is not null
        loop
            execute format('grant usage on schema chancery to %I', item.name);
        end loop;
    end if;
end
$$;
comment on function chancery.grant_roles() is
    'Makes the roles chancery_reader, which reads everything and changes nothing, and chancery_loader, which loads and owns nothing, and grants them what there is now. Returns what could not be done, a line each.';
