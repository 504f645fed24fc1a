-- A desk knows the places of its own pool alone: where the other desk has found one, Ac.Sé is told neither which nor that it
-- is of the asylum scheme. What row security of places hides from the desk, its stays hide as well.
alter policy stay_by_class on stay
  using (
    case_id = (select ctx_case())
    or exists (
      select from participation p
      where p.case_id = stay.case_id and p.org_id = (select ctx_org()) and 'A' = any (p.classes)
        and p.capacity not in ('shelter', 'dna_centre', 'minor_shelter')
        and case p.capacity
          when 'acse' then exists (select from place where place.id = stay.place_id and place.kind = 'acse')
          when 'ofii' then exists (select from place where place.id = stay.place_id and place.kind = 'dna')
          else true
        end
        and p.since <= now() and (p.until is null or p.until > now())
    )
    or exists (select from place where place.id = stay.place_id and place.org_id = (select ctx_org()))
  );
