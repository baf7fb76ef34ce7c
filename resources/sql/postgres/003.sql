-- Parts of names are found by their trigrams where the extension is at hand; without it the rows are read.
do $$
begin
    create extension if not exists pg_trgm;
    create index document_by_part on document using gin(folded gin_trgm_ops);
exception when others then
    raise notice 'parts of names are searched without an index: %', sqlerrm;
end
$$;
