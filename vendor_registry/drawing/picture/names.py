"""What keys and codes are called in the language of a picture; what has no name is called by its key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.lettering import clean, short
from vendor_registry.drawing.picture.words import Words
from vendor_registry.flows.build import SUBJECT_PREFIX
from vendor_registry.model.policy.policy import Category, DataRegion, Named, say
from vendor_registry.model.register.coverage import ALL, above_of
from vendor_registry.model.register.engagement import DeIdentified, Engagement
from vendor_registry.model.register.flow import Flow, NodeKind
from vendor_registry.model.register.place import Region

LONGEST = 10_000  # characters of a purpose: more than anybody reads


@dataclass(frozen=True)
class Names:
    """Names from the policy, of countries and of nodes, cleaned of what would steer a screen."""

    case: Case
    words: Words

    def node(self, key: str) -> str:
        """A node by its name for people."""
        node, policy = self.case.graph.nodes[key], self.case.policy
        name = node.name
        if node.kind is NodeKind.SYSTEM:
            name = say(policy.systems[key].name, self.words.language)
        elif node.kind is NodeKind.SUBJECT and key.removeprefix(SUBJECT_PREFIX) in policy.data_subjects:
            name = say(policy.data_subjects[key.removeprefix(SUBJECT_PREFIX)].name, self.words.language)
        return clean(name) or key

    def region(self, region: Region) -> str:
        """A region in words, without the details in brackets; "" where it is unknown."""
        return ", ".join(map(self.words.country, dict.fromkeys(region.codes)))

    def place(self, region: Region) -> str:
        """The same, and of an unknown one that it is."""
        return self.region(region) or self.words.say("box.place_unknown")

    def products(self, keys: Iterable[str]) -> str:
        """The products by name, "all products" for `*`."""
        wanted = tuple(keys)
        if ALL in wanted:
            return self.words.say("box.all_products")
        return ", ".join(self._called(key, self.case.policy.products) for key in wanted)

    def service(self, key: str) -> str:
        return self._called(key, self.case.policy.services)

    def category(self, key: str) -> str:
        return self._called(key, self.case.policy.data)

    def data(self, flow: Flow) -> str:
        """The categories of a flow; what lies under another named one goes without saying."""
        if flow.data is None:
            return self.words.say("box.not_stated")
        wide = [key for key in flow.data if set(above_of(key)[1:]).isdisjoint(flow.data)]
        named = ", ".join(map(self.category, wide))
        if flow.de_identified is DeIdentified.NO:
            return named
        return f"{named} ({self.words.say(f'treatment.{flow.de_identified}')})"

    def purpose(self, engagement: Engagement, limit: int = LONGEST) -> str:
        """What the sheet says, cut at so many characters; where it is not translated, with the language it is in."""
        translated = engagement.translated("purpose", self.words.language)
        written_in = next(iter(self.case.policy.languages), self.words.language)
        if translated:
            return short(clean(translated), limit)
        return self.words.marked(short(clean(engagement.purpose), limit), written_in)

    def all(self, named: Mapping[str, Named | DataRegion]) -> Mapping[str, str]:
        """Everything of one kind, by key."""
        return {key: clean(say(one.name, self.words.language)) for key, one in named.items()}

    def _called(self, key: str, named: Mapping[str, Named] | Mapping[str, Category]) -> str:
        return clean(say(named[key].name, self.words.language)) if key in named else clean(key)
