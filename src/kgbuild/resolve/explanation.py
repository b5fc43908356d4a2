"""Why two names are, or are not, one entity."""

from __future__ import annotations

from kgbuild.resolve.identity import KIND
from kgbuild.resolve.names import compare
from kgbuild.resolve.resolution import Resolution, ResolvedEntity


def explain(resolution: Resolution, a: str, b: str) -> str:
    """Reasons, one a line, why two names (or IRI paths) lead to one entity or to several."""
    found_a, found_b = resolution.named(a), resolution.named(b)
    lines = [f"{name}: no entity bears this name" for name, found in ((a, found_a), (b, found_b)) if not found]
    for one in found_a:
        for other in found_b:
            if one == other:
                lines += _one(one, a, b)
            elif one.type is other.type:
                lines += _apart(resolution, one, other)
    if found_a and found_b and not lines:
        types = " / ".join(", ".join(sorted({e.type.value for e in found})) for found in (found_a, found_b))
        lines.append(f"{a} and {b} name entities of different types: {types}")
    return "\n".join(dict.fromkeys(lines))


def _one(entity: ResolvedEntity, a: str, b: str) -> list[str]:
    lines = [f"one entity: {entity.iri_path} ({entity.label}), {entity.mention_count} mentions"]
    if entity.state_code:
        lines.append(f"  the same territory code: {entity.state_code}")
    lines += [f"  {m.a} = {m.b} ({m.score:.2f}): {'; '.join(m.reasons)}" for m in entity.merges]
    if len(lines) == 1:
        lines.append("  the same name in the same article" if a != b else "  the same name")
    return lines


def _apart(resolution: Resolution, one: ResolvedEntity, other: ResolvedEntity) -> list[str]:
    lines = [f"two entities: {one.iri_path} ({one.label}) and {other.iri_path} ({other.label})"]
    paths = {one.iri_path, other.iri_path}
    refused = [r for r in resolution.refusals if {r.a, r.b} == paths]
    lines += [f"  refused {r.names[0]} = {r.names[1]}: {'; '.join(r.reasons)}" for r in refused]
    if one.state_code and other.state_code:
        lines.append(f"  different territory codes: {one.state_code} / {other.state_code}")
    elif not refused:
        result = compare(one.label, other.label, KIND.get(one.type))
        why = "; ".join(result.reasons) or "nothing in the names speaks for one"
        lines.append(f"  {one.label} / {other.label} ({result.score:.2f}): {why}")
    return lines
