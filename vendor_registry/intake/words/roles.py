"""Reader of roles: what a vendor is under the GDPR, in our words or those of the law in four languages."""

from vendor_registry.intake.words.cells import word_of
from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.register.engagement import Role

_NAMES = {
    Role.SUB_PROCESSOR: "subprocessor, sub processors, subprocessors, further processor, other processor, "
    "Unterauftragsverarbeiter, Unterauftragnehmer, weiterer Auftragsverarbeiter, Subunternehmer, "
    "sous-traitant ultérieur, sous-sous-traitant, subencargado, subencargado del tratamiento, subprocesador",
    Role.PROCESSOR: "data processor, Auftragsverarbeiter, sous-traitant, encargado, encargado del tratamiento",
    Role.CONTROLLER: "data controller, independent controller, separate controller, controller to controller, "
    "Verantwortlicher, eigenständiger Verantwortlicher, responsable du traitement, responsable de traitement, "
    "responsable del tratamiento",
    Role.JOINT_CONTROLLER: "joint controllers, joint controllership, gemeinsam Verantwortlicher, "
    "gemeinsam Verantwortliche, responsable conjoint, responsables conjoints, corresponsable",
    Role.RECIPIENT: "third party recipient, Empfänger, destinataire, destinatario",
}
_BY_NAME = {fold(name): role for role, names in _NAMES.items() for name in names.split(", ")}
_OURS = word_of(Role, "a role")


def role(written: str) -> Role:
    """The role that a cell names; raises UnclearError for anything else."""
    return _BY_NAME.get(fold(written)) or _OURS(written)
