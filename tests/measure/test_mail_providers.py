"""Domains that name no employer."""

import pytest

from analyzer.measure.mail_providers import is_free_mail, is_hidden


@pytest.mark.parametrize(
    "domain",
    ["gmail.com", "googlemail.com", "yahoo.com", "yahoo.co.uk", "hotmail.fr", "gmx.de", "yandex.ru", "acm.org"],
)
def test_free_mail_is_known_in_every_country(domain):
    assert is_free_mail(domain)


@pytest.mark.parametrize(
    "domain", ["google.com", "yahoo-inc.com", "mail.example.org", "live.example.com", "me.example"]
)
def test_an_employer_is_none(domain):
    assert not is_free_mail(domain)


@pytest.mark.parametrize("domain", ["users.noreply.github.com", "noreply.codeberg.org", "no-reply.example.org"])
def test_forges_hide_addresses(domain):
    assert is_hidden(domain)


@pytest.mark.parametrize("domain", ["github.com", "noreplies.org", "noreply-inc.com"])
def test_a_forge_itself_hides_nothing(domain):
    assert not is_hidden(domain)
