"""Domains that say nothing about who employs somebody: free mail, access providers, forwarders, hidden addresses."""

from __future__ import annotations

import re

_NAMES = """
126.com 139.com 163.com 21cn.com aim.com aol.com att.net bellsouth.net bigpond.com bk.ru bluewin.ch
btinternet.com charter.net comcast.net cox.net daum.net disroot.org duck.com earthlink.net email.com
fastmail.com fastmail.fm fastmail.net foxmail.com free.fr freemail.hu freenet.de gmail.com gmx.com gmx.net
googlemail.com hanmail.net hey.com hushmail.com icloud.com inbox.com inbox.lv inbox.ru interia.pl
kolabnow.com laposte.net libero.it list.ru mac.com mail.com mail.ru mailbox.org mailfence.com mailinator.com
me.com messagingengine.com msn.com myopera.com naver.com netscape.net o2.pl onet.eu onet.pl op.pl optonline.net
orange.fr passport.com pm.me pobox.com posteo.de posteo.net privaterelay.appleid.com proton.me protonmail.ch
protonmail.com qq.com rambler.ru rediffmail.com riseup.net rocketmail.com runbox.com sbcglobal.net seznam.cz
sfr.fr sina.cn sina.com skynet.be sohu.com t-online.de telenet.be telia.com telus.net tiscali.it tuta.io
tutanota.com tutanota.de ukr.net verizon.net vip.163.com vip.qq.com virgilio.it walla.com wanadoo.fr web.de
wp.pl ya.ru yeah.net ymail.com zoho.com zohomail.com
"""
_EXACT = frozenset(_NAMES.split())
_FOR_LIFE = frozenset(
    {"acm.org", "alum.mit.edu", "cantab.net", "ieee.org", "iki.fi", "m4x.org", "oxon.org", "polytechnique.org"}
)
"""Where members and alumni of something have addresses that follow them from one employer to the next."""
_IN_MANY_COUNTRIES = re.compile(
    r"(aol|fastmail|gmx|hotmail|live|outlook|tutanota|yahoo|yandex)(\.(co|com))?\.[a-z]{2,3}"
)
"""Providers that have a domain for each country, such as yahoo.co.uk."""
_HIDING = re.compile(r"(^|\.)no-?reply\.")
"""What forges put into addresses that stand for somebody's own, such as users.noreply.github.com."""


def is_free_mail(domain: str) -> bool:
    """Whether people have addresses there whatever they work for; `domain` in small letters."""
    return domain in _EXACT | _FOR_LIFE or bool(_IN_MANY_COUNTRIES.fullmatch(domain))


def is_hidden(domain: str) -> bool:
    """Whether a forge hands out addresses there that hide one's own."""
    return bool(_HIDING.search(domain))
