"""Facts about well-known vendors, each with where and when it was seen."""
