"""The clauses that say who does a measure, with the bodies they name and the role of each.

`find_clauses` reads a text, `find_standing_bodies` what is stated once for all that follows. A new way of naming who is responsible is one
entry in CLAUSES (`styles`, what the clause looks like) or one word in lexicons/roles.yaml.
"""

from planparse.parsing.responsibilities.clauses import find_clauses
from planparse.parsing.responsibilities.found import Clause, UnitName
from planparse.parsing.responsibilities.standing import find_standing_bodies
from planparse.parsing.responsibilities.times import GOES_ON

__all__ = ["GOES_ON", "Clause", "UnitName", "find_clauses", "find_standing_bodies"]
