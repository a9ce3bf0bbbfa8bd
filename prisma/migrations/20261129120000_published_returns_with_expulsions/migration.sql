-- An expulsion is a return (20261129050700): published returns of a group of children are compared with all acts that are one, as published
-- returns of all children are. What ships with the registry says so from now on; where it is in already it is put right.
update oversight.official_figure
set indicators = array['EVENT_ASSISTED_RETURN', 'EVENT_DEPORTATION', 'EVENT_BORDER_REJECTION', 'EVENT_EXPULSION']
where indicators = array['EVENT_ASSISTED_RETURN', 'EVENT_DEPORTATION', 'EVENT_BORDER_REJECTION'];
