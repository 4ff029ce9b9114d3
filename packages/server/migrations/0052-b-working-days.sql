-- How many working days a promise allows, so that it can be counted again by a new calendar whatever it is about. Of
-- promises from before, what the rules of their version say.
alter table due_item add column working_days integer check (working_days between 0 and 10000);

update due_item d set working_days = coalesce(
  (select (s.rules #>> array['levels', r.urgency, k.step, 'amount'])::integer
    from referral r join rule_set s on s.kind = 'serviceLevels' and s.version = d.rule_version
      join (values ('acknowledgeReferral', 'acknowledge'), ('answerReferral', 'answer'), ('startService', 'start'),
        ('giveFeedback', 'feedback')) k (kind, step) on k.kind = d.kind
    where r.org_id = d.org_id and r.id = d.about_id and s.rules #>> array['levels', r.urgency, k.step, 'unit'] = 'workingDays'),
  (select (s.rules #>> array[k.clock, 'amount'])::integer
    from rule_set s join (values ('approvePlan', 'approvePlan'), ('approvePayment', 'approvePlan'), ('keepReceipt', 'keepReceipt'),
      ('hearFeedback', 'reviewPlan'), ('answerShelter', 'answerShelter'), ('completeIntake', 'completeIntake'),
      ('assessRisk', 'assessRisk'), ('assessNeeds', 'assessNeeds'), ('makePlan', 'makePlan'), ('identify', 'identify')) k (kind, clock)
      on k.kind = d.kind
    where s.kind = 'caseClocks' and s.version = d.rule_version and s.rules #>> array[k.clock, 'unit'] = 'workingDays'))
where d.calendar_version is not null;
