-- What is told of a signed protocol is read by everybody who reads the protocol: where a house works in teams, by those too who do not
-- lead. No case stands in it that would be another team's.
create policy notice_of_protocol on notice for select to mnio_app
  using (about = 'protocol' and org_id = (select ctx_org()) and exists (select from local_protocol p where p.id = notice.about_id));
