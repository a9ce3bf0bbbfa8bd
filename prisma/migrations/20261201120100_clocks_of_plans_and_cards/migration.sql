-- What stands against a planned return (A18) runs since the last time that something did, and a kept card (A11) is none before its status was granted.
select oversight.ask_all_again();
