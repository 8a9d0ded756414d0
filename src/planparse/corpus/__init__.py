"""Many plans at once: found in folders, read by worker processes, taken up again where a run was stopped.

arguments → discovery → Item, one a plan → workers, in processes of their own → results, an Outcome a plan
"""
