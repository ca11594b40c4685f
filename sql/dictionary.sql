-- The data dictionary in Markdown, out of the catalogue: scripts/data-dictionary writes it to sql/DICTIONARY.md.
set search_path = pg_catalog;

create or replace temporary view relation as
select
    c.oid, c.relname collate "C" as name, c.relkind in ('v', 'm') as is_view,
    obj_description(c.oid, 'pg_class') as text
from pg_class c
where c.relnamespace = 'chancery'::regnamespace
  and c.relkind in ('r', 'v', 'm', 'p');

create or replace temporary view shown_column as
select
    r.oid, r.name as relation, a.attnum as position, a.attname collate "C" as name,
    replace(format_type(a.atttypid, a.atttypmod), 'chancery.', '') as type, a.attnotnull as is_needed,
    replace(col_description(r.oid, a.attnum), '|', '\|') as text,
    exists (
        select
        from pg_constraint k
        where k.conrelid = r.oid
          and k.contype = 'p'
          and a.attnum = any(k.conkey)
    ) as is_key,
    (
        select string_agg(distinct f.relname, ', ' order by f.relname)
        from pg_constraint k
        join pg_class f on f.oid = k.confrelid
        where k.conrelid = r.oid
          and k.contype = 'f'
          and a.attnum = any(k.conkey)
    ) as refers_to
from relation r
join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped;

select format(e'# Data dictionary\n\n%s\n\nWritten by `scripts/data-dictionary` from the comments in the database; edit those.\n', obj_description('chancery'::regnamespace, 'pg_namespace'));

select e'## Entities\n\nLines stand for foreign keys; dotted ones for ids that are computed from the reports.\n\n```mermaid\nerDiagram';

select format('    %s ||--o{ %s : %s', one, many, by)
from (
    select distinct f.relname collate "C" as one, c.relname collate "C" as many, a.attname collate "C" as by
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_class f on f.oid = k.confrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    where k.contype = 'f'
      and c.relnamespace = 'chancery'::regnamespace
) line
order by one, many, by;

select format('    %s ||..%s %s : %s', one.name, case many.name when 'report_id' then 'o|' else '|{' end, many.relation, many.name)
from shown_column many
join relation one
    on one.name = case many.name when 'report_id' then rtrim(many.relation, 's') || '_reports' else replace(many.name, '_id', 's') end
where many.name in ('meeting_id', 'figure_id', 'agreement_id', 'report_id')
  and many.refers_to is null
  and not one.is_view
  and many.relation not in (select name from relation where is_view)
order by one.name, many.relation;

select format(
    e'    %s {\n%s\n    }', relation,
    string_agg(
        format(
            '        %s %s%s', regexp_replace(replace(type, '[]', '_array'), '[^a-z_]+', '_', 'g'), name,
            case when is_key and refers_to is not null then ' PK,FK' when is_key then ' PK' when refers_to is not null then ' FK' else '' end
        ),
        e'\n' order by position
    )
)
from shown_column
where relation in (select name from relation where not is_view)
group by relation
order by relation;

select e'```\n';

select format(e'## %s\n', case when is_view then 'Views' else 'Tables' end)
    || string_agg(
        format(
            e'\n### %s\n\n%s\n\n| column | type | is |\n| --- | --- | --- |\n%s\n', name, text,
            (
                select string_agg(
                    format(
                        '| `%s` | %s | %s%s |', c.name, c.type,
                        coalesce(c.text, ''),
                        case
                            when r.is_view then ''
                            else case when c.refers_to is not null then format(' Refers to `%s`.', c.refers_to) else '' end
                                || case when c.is_needed then '' else ' Can be null.' end
                        end
                    ),
                    e'\n' order by c.position
                )
                from shown_column c
                where c.oid = r.oid
            )
        ),
        '' order by name
    )
from relation r
group by is_view
order by is_view;

select e'## Types\n\n| type | is | values |\n| --- | --- | --- |\n'
    || string_agg(
        format(
            '| `%s` | %s | %s |', t.typname,
            replace(obj_description(t.oid, 'pg_type'), '|', '\|'),
            coalesce(
                (
                    select string_agg(distinct '`' || m[1] || '`', ' ' order by '`' || m[1] || '`')
                    from pg_constraint k
                    cross join regexp_matches(pg_get_constraintdef(k.oid), '''([a-z_]+)''::text', 'g') m
                    where k.contypid = t.oid
                ),
                format_type(t.typbasetype, t.typtypmod)
            )
        ),
        e'\n' order by t.typname collate "C"
    )
    || e'\n'
from pg_type t
where t.typnamespace = 'chancery'::regnamespace
  and t.typtype = 'd';

select e'## Functions\n\n| function | is |\n| --- | --- |\n'
    || string_agg(
        format(
            '| `%s(%s)` | %s |', p.proname, replace(pg_get_function_identity_arguments(p.oid), 'chancery.', ''),
            replace(obj_description(p.oid, 'pg_proc'), '|', '\|')
        ),
        e'\n' order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"
    )
from pg_proc p
where p.pronamespace = 'chancery'::regnamespace;
