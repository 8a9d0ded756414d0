"""Populations of the places of plans, which the user supplies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from planparse.comparing.results import Population
from planparse.model import Plan


@dataclass(frozen=True, slots=True)
class Populations:
    """Populations by plan and by region."""

    plans: Mapping[str, Population]
    regions: Mapping[str, Population]

    def of(self, plan: Plan) -> Population | None:
        """That of the plan itself, or of the most specific place that it is made for; None where neither is known."""
        name, region = plan.source.name, plan.metadata.region
        for known in (name, name and PurePath(name).stem, plan.metadata.title, plan.id):
            if known and known in self.plans:
                return self.plans[known]
        place = region.county or region.city or region.province
        return self.regions.get(place) if place else None
