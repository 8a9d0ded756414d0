"""Many plans at once: found in folders, read by worker processes, resumed after an interruption.

arguments → discovery → one Item per plan → workers, in separate processes → results, one Outcome per plan
"""
