-- Whoever was born on 29 February turns 18 on 1 March, as the age that detections are taken in by says; PostgreSQL adds 18 years to 28
-- February, a day early. What the followers write from now on is right; this mends what they have written.
update oversight.child_ref r set turns18_on = (c.born_on + interval '18 years')::date + 1 from children.child c
where c.id = r.child_id and to_char(c.born_on, 'MMDD') = '0229' and r.turns18_on = (c.born_on + interval '18 years')::date;
