"""GraphML for network tools (Gephi, Cytoscape, igraph): plans and missing documents as nodes, implementation and citation as edges."""

from __future__ import annotations

from io import BytesIO

from planparse.cascading.called import called
from planparse.cascading.results import Cascade
from planparse.exporting.needing import needed_by
from planparse.text import printable


def as_graphml(cascade: Cascade) -> bytes:
    """The graph of a cascade; an edge leads from a plan to the one that it carries out or cites.

    Raises OutputError where networkx is not installed.
    """
    with needed_by("graphml"):
        import networkx as nx  # noqa: PLC0415 - an extra
    graph = nx.DiGraph()
    names = called(cascade.plans)
    for name, plan, read in zip(names, cascade.plans, cascade.inputs, strict=True):
        facts = {
            "label": name,
            "title": plan.title,
            "place": plan.place,
            "level": plan.level,
            "doc_number": plan.doc_number,
            "issuer": plan.issuer,
            "issued_on": plan.issued_on and plan.issued_on.isoformat(),
            "sha256": read.sha256,
        }
        graph.add_node(plan.id, kind="plan", **{key: printable(value) for key, value in facts.items() if value})
    ids = [plan.id for plan in cascade.plans]
    for at, document in enumerate(cascade.missing):
        title = printable(document.title)
        number = {"doc_number": printable(document.doc_number)} if document.doc_number else {}
        graph.add_node(f"missing-{at}", kind="missing", label=title, title=title, **number)
        graph.add_edges_from(((ids[plan], f"missing-{at}") for plan in document.plans), kind="answers", mentions=1)
    for citation in cascade.citations:
        ends = ids[citation.plan], ids[citation.cited]
        mentions = graph.edges[ends]["mentions"] + 1 if graph.has_edge(*ends) else 1
        graph.add_edge(*ends, kind="cites", mentions=mentions)
    for answer in cascade.answers:
        counts = {
            fate: sum(found.fate == fate for found in answer.targets) for fate in ("kept", "raised", "lowered", "dropped")
        }
        ends = ids[answer.lower], ids[answer.upper]
        mentions = graph.edges[ends]["mentions"] if graph.has_edge(*ends) else 0
        graph.add_edge(*ends, kind="answers", mentions=max(mentions, 1), **counts)
    written = BytesIO()
    nx.write_graphml(graph, written, prettyprint=True)
    return written.getvalue() + b"\n"
