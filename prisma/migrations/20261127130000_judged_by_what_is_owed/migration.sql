-- What A02, A03, A05, A07, A09, A10, A14, A15, A21 and A23 ask for is another thing than before: everybody is judged by it now, and not with
-- the next fact about each.
select oversight.ask_all_again();
