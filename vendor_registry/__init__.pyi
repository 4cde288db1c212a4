from vendor_registry.use_cases.api import Register as Register
from vendor_registry.use_cases.api import check as check
from vendor_registry.use_cases.api import draw as draw
from vendor_registry.use_cases.api import graph as graph
from vendor_registry.use_cases.api import load as load
from vendor_registry.use_cases.api import table as table
