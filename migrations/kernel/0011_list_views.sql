-- Lists as people keep them: filters, sort, columns and density under a name, one's own or everybody's.
CREATE TABLE kernel.list_view (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    -- The list, by the name of the table whose records it shows.
    list text NOT NULL CHECK (octet_length(list) BETWEEN 3 AND 160),
    owner_id uuid NOT NULL,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    is_shared boolean NOT NULL DEFAULT false,
    -- As the address of the list says it behind the question mark.
    state text NOT NULL CHECK (octet_length(state) <= 2048),
    -- Removed, and until it is swept to be had back.
    removed_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX list_view_by_list ON kernel.list_view (tenant_id, list) WHERE removed_at IS NULL;
COMMENT ON TABLE kernel.list_view IS 'tenant: lists that people keep under a name';
GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.list_view TO konak_app;

-- Which of them somebody sees first.
CREATE TABLE kernel.list_default (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    list text NOT NULL CHECK (octet_length(list) BETWEEN 3 AND 160),
    view_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, person_id, list),
    FOREIGN KEY (tenant_id, view_id) REFERENCES kernel.list_view (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX list_default_by_view ON kernel.list_default (tenant_id, view_id);
COMMENT ON TABLE kernel.list_default IS 'tenant: the list that somebody sees first';
GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.list_default TO konak_app;
