"""The style and the script: the two files that the desk hands out, by their names."""

from importlib import resources

from starlette.responses import Response

from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit

_FILES = {
    name: (resources.files("vendor_registry.desk.web").joinpath("static", name).read_bytes(), kind)
    for name, kind in (("desk.css", "text/css"), ("desk.js", "text/javascript"), ("desk.svg", "image/svg+xml"))
}


async def show(visit: Visit) -> Response:
    """One of them; whatever else is asked for is in no table, and so is looked for nowhere."""
    found = _FILES.get(visit.request.path_params["name"])
    if found is None:
        raise ProblemError(404, "There is no such page.")
    return Response(found[0], media_type=f"{found[1]}; charset=utf-8", headers={"cache-control": "max-age=300"})


PAGE = Page(path="/static/{name}", show=show, open=True)
