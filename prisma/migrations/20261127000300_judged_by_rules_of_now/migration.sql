-- What A07, A11, A20, A27 and A37 ask for is another thing than before: everybody is judged by it now, and not with the next fact about each.
select oversight.ask_all_again();
