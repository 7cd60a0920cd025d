-- WebP comes in as well, and what lies in the data folder is asked for by its hash.
alter table matter.paper drop constraint paper_type_check;
alter table matter.paper add constraint paper_type_check
    check (type in ('PDF', 'JPEG', 'PNG', 'WEBP', 'DOCX', 'XLSX', 'PPTX', 'OFD', 'TXT'));
create index paper_hash on matter.paper (hash);
