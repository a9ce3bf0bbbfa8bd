-- What rules read of a fact is said by whoever follows the events, entity by entity (oversight, details-of-facts.ts): as a function for all of
-- them it was written again as a whole with each fact that came to it.
drop function oversight.detail_of(text, jsonb);
