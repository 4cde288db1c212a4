"""A policy that is sound and short, with lines that tests count."""

WHOLE_VIEWS = ("region", "jurisdiction", "product")  # of `vendors graph`: everybody is drawn, on any register

POLICY = """\
[company]
name = "Acme Mail"
country = "DE"

[products.mail]
name = "Mail"

[zones.eu]
name = "EU"
places = ["EEA"]

[services.hosting]
name = "Hosting"

[data_subjects.customers]
name = "Customers"

[data.content]
name = "Content"

[systems.platform]
name = "Platform"
products = ["mail"]
zone = "eu"
region = "DE"
data_subjects = ["customers"]
data = ["content"]
"""
