-- In which single places whoever asked for it looked after children (vigia_facilities), so that what was let be taken out of these is not
-- given to him of a whole state. Null where he was bound to the states alone, and of what was asked for before.
alter table exports.export add column facilities uuid[];
