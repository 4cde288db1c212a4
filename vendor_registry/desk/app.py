"""The desk as an application: its pages and its API, behind the gate."""

from collections.abc import Callable

from starlette.types import ASGIApp

from vendor_registry.desk.api.catalogue import OPERATIONS
from vendor_registry.desk.api.serving import api_routes
from vendor_registry.desk.office import Office
from vendor_registry.desk.pages.catalogue import PAGES
from vendor_registry.desk.security.gate import Gate
from vendor_registry.desk.settings import Settings
from vendor_registry.desk.web.routing import application, page_routes


def desk(settings: Settings, log: Callable[[str], None]) -> tuple[ASGIApp, Office]:
    """The application, and what it knows. `log` is told what goes wrong inside."""
    office = Office(settings)
    routes = [*page_routes(office, PAGES), *api_routes(office, OPERATIONS)]
    return Gate(application(office, routes, log), settings), office
