-- A22 runs until a claim is filed: whose alert had ended by the wish to claim alone is judged again now, and not with the next fact about it.
select oversight.ask_all_again();
