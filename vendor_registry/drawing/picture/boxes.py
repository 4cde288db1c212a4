"""Groups become boxes in frames, with ids in the order in which they are read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from vendor_registry.drawing.picture.folding import Folding, Strand, owners
from vendor_registry.drawing.picture.folding_steps import Group
from vendor_registry.drawing.picture.parties import Frame, Party
from vendor_registry.drawing.picture.picture import Box, BoxKind, Cluster, Mark
from vendor_registry.drawing.picture.words import Words, english
from vendor_registry.model.register.coverage import ALL

_MOST_NAMES = 8  # in one box; the table of flows has them all

Path = tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes and frames of a picture, and which box stands for which node."""

    boxes: tuple[Box, ...]
    clusters: tuple[Cluster, ...]
    by_node: Mapping[str, Box]
    single: bool = False  # one line from box to box


def draw_boxes(folding: Folding, strands: Sequence[Strand], words: Words | None = None) -> Boxes:
    """The boxes of a folding, in reading order: people, own systems, third parties, each by frame and name."""
    words = words or english()
    titles = [_title(group, words) for group in folding.groups]
    order = sorted(range(len(titles)), key=lambda index: _reading_order(folding.groups[index], titles[index]))
    letters = {index: _letter(number) for number, index in enumerate(one for one in order if one in folding.hubs)}
    carried = _carried(folding, strands, letters)
    paths = _paths(folding.groups, titles)
    ids, clusters = _clusters(paths)
    boxes = tuple(
        _box(
            f"n{number}",
            titles[index],
            folding.groups[index],
            ids[paths[index]],
            letters.get(index, ""),
            carried.get(index, ()),
            words,
        )
        for number, index in enumerate(order, start=1)
    )
    by_node = {member: box for box in boxes for member in box.members}
    return Boxes(boxes, clusters, by_node, folding.single)


def _reading_order(group: Group, title: str) -> tuple[object, ...]:
    first = group[0]
    return (list(BoxKind).index(first.kind), first.frames, title, first.key)


def _letter(number: int) -> str:
    """A, B ... Z, AA, AB ..."""
    ahead, last = divmod(number, len(ascii_uppercase))
    return (_letter(ahead - 1) if ahead else "") + ascii_uppercase[last]


def _carried(folding: Folding, strands: Sequence[Strand], letters: Mapping[int, str]) -> dict[int, tuple[str, ...]]:
    owner = owners(folding.groups)
    carried: dict[int, set[str]] = {}
    for strand in strands:
        if owner[strand.target] in letters:
            doubt = " ?" if strand.mark is Mark.GAP else ""
            carried.setdefault(owner[strand.source], set()).add(letters[owner[strand.target]] + doubt)
    return {index: tuple(sorted(found)) for index, found in carried.items()}


def _paths(groups: Sequence[Group], titles: Sequence[str]) -> list[Path]:
    """The frames of each group, without a frame that would only repeat the title of its one box."""
    inside = Counter(group[0].frames for group in groups)
    return [
        frames[:-1] if frames and inside[frames] == 1 and frames[-1].title == title else frames
        for group, title in zip(groups, titles, strict=True)
        for frames in [group[0].frames]
    ]


def _clusters(paths: Iterable[Path]) -> tuple[Mapping[Path, str], tuple[Cluster, ...]]:
    """An id for every path of frames, and the frames, outer ones first."""
    drawn = sorted({path[:depth] for path in paths for depth in range(1, len(path) + 1)})
    ids: dict[Path, str] = {(): ""} | {path: f"c{number}" for number, path in enumerate(drawn, start=1)}
    clusters = (
        Cluster(id=ids[path], title=path[-1].title, parent=ids[path[:-1]], zone=path[-1].zone) for path in drawn
    )
    return ids, tuple(clusters)


def _box(id_: str, title: str, group: Group, cluster: str, badge: str, badges: tuple[str, ...], words: Words) -> Box:
    first = group[0]
    return Box(
        id=id_,
        kind=first.kind,
        title=title,
        lines=tuple(_lines(group, title, words)),
        cluster=cluster,
        zone=first.zone if len({party.zone for party in group}) == 1 else ALL,
        members=tuple(sorted(party.key for party in group)),
        about=_about(group, title, words),
        badge=badge,
        badges=badges,
        status=first.status,
    )


def _title(group: Group, words: Words) -> str:
    first = group[0]
    names = {party.name for party in group}
    if first.kind is BoxKind.CONNECTOR:
        return first.name if len(names) == 1 else words.say("box.other_pages", count=len(names))
    if len(names) == 1:
        return group[0].name
    profiles = sorted({party.profile for party in group})
    if first.is_own or len(profiles) > 2:
        several = words.say("several.own" if first.is_own else f"several.{first.kind}")
    else:
        several = words.say("several.and", one=profiles[0], other=profiles[-1])
    return several if len(profiles) > 1 else profiles[0]


def _lines(group: Group, title: str, words: Words) -> Iterator[str]:
    if group[0].kind is BoxKind.CONNECTOR:
        yield words.count("party", len(group))
        return
    names = sorted({party.name for party in group})
    shared = [detail for detail in group[0].details if all(detail in party.details for party in group)]
    if len(names) > 1:
        named = dict.fromkeys(_named(party, shared) for party in sorted(group, key=lambda one: (one.name, one.key)))
        yield from list(named)[:_MOST_NAMES]
        if len(named) > _MOST_NAMES:
            yield words.count("and_more", len(named) - _MOST_NAMES)
    elif len(group) > 1:
        yield from sorted({_own_details(party, shared) for party in group} - {""})
    yield from (detail for detail in shared if detail != title)


def _named(party: Party, shared: Sequence[str]) -> str:
    own = _own_details(party, shared)
    return f"{party.name} · {own}" if own else party.name


def _own_details(party: Party, shared: Sequence[str]) -> str:
    return ", ".join(detail for detail in party.details if detail not in shared and detail != party.profile)


def _about(group: Group, title: str, words: Words) -> str:
    first = group[0]
    frames = ", ".join(frame.title for frame in first.frames)
    sentences = [
        title,
        words.say(f"kind.{first.kind}"),
        *(f"{party.name}: {', '.join(party.details)}" for party in group if party.details),
        words.say("box.within", frames=frames) if frames else "",
        words.say("box.serves", zone=first.zone) if first.zone not in ("", ALL) else "",
    ]
    return ". ".join(sentence for sentence in sentences if sentence) + "."
