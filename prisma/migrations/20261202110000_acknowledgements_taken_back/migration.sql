-- That somebody sees to an alert ends by time, by its growing graver, or since a person took it back, who signs and says why.
alter table oversight.alert_history
  drop constraint alert_history_persons_sign,
  add constraint alert_history_persons_sign check (
    case step
      when 'ACKNOWLEDGEMENT_ENDED' then (author is null) = (words is null)
      else (author is not null) = (step in ('ACKNOWLEDGED', 'ASSIGNED', 'COMMENTED', 'ANSWERED', 'CLOSED'))
    end and (author is null) = (author_role is null)) not valid;
alter table oversight.alert_history validate constraint alert_history_persons_sign;
