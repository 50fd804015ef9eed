-- A code is too short for a trigram index ("2.6", "II.1"): an exact code, or the beginning of one, is found here.
create index plans_task_code_search on plans_task (lower(code) text_pattern_ops);
create index plans_clause_path_search on plans_clause (lower(path) text_pattern_ops);
