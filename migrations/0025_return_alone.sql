-- OFII that is asked for her return alone takes part in a capacity of its own, which knows neither of asylum nor of shelter.
alter table participation drop constraint participation_capacity_known;
alter table participation add constraint participation_capacity_known check ("participation"."capacity" in ('referent', 'flagger', 'cell', 'cell_member', 'prefecture', 'police', 'acse', 'shelter', 'child_protection', 'prosecutor', 'labour', 'ofii', 'ofii_return', 'iom', 'dna_centre', 'minor_shelter', 'juvenile_judge', 'ad_hoc_guardian', 'health', 'exit_programme', 'lawyer'));
-- Where it was let in for that, and for nothing else, it goes on in that part.
update participation set capacity = 'ofii_return', classes = '{B}' where capacity = 'ofii' and basis = 'voluntary_return';
