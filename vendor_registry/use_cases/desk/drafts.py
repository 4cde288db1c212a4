"""What would follow if a file beside the sheet said something else: the policy, the customers, the waivers."""

from vendor_registry.use_cases.desk.judgement import standing
from vendor_registry.use_cases.desk.preview import Preview, compared
from vendor_registry.use_cases.desk.standing import Standing
from vendor_registry.use_cases.files.beside import Drafts


def drafts_preview(now: Standing, drafts: Drafts) -> Preview:
    """Faults in these files and in cells, and what the rules find otherwise. Nothing is written."""
    then = standing(now.repository, now.as_of, drafts)
    if then.report:
        return compared(now.report, then.report, now.faults)
    before, after = {*now.faults}, {*then.faults}
    return Preview(
        faults_settled=tuple(sorted(before - after)), faults_new=tuple(sorted(after - before)), faults_left=len(after)
    )
