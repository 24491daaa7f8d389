"""What stands for the domains of addresses that tell no organisation. In brackets, as no domain is written."""

from __future__ import annotations

FREE_MAIL = "(free mail)"
PRIVATE = "(private domains)"
HIDDEN = "(hidden by a forge)"
NO_DOMAIN = "(no domain)"
GROUPS = (FREE_MAIL, PRIVATE, HIDDEN, NO_DOMAIN)
OTHERS = "(others)"
"""The organisations that are not named one by one."""
