"""Files of certificates can be read, and hold some."""

import ssl

import pytest

from analyzer.doctor.checks.certificates import CHECK


def test_none_is_good(found):
    assert found(CHECK, "ada/one") == [("ok", "those of the system", "")]


def test_a_file_without_a_certificate_fails(found, tmp_path):
    place = tmp_path / "ca.pem"
    place.write_text("nothing")
    ((level, words, advice),) = found(CHECK, environment={"GIT_SSL_CAINFO": str(place)})
    assert (level, words) == ("failed", f"GIT_SSL_CAINFO: {place} holds no certificate")
    assert "http.sslCAInfo" in advice


def test_a_file_that_is_not_there_fails(found, tmp_path):
    ((level, words, _),) = found(CHECK, environment={"GIT_SSL_CAINFO": str(tmp_path / "no.pem")})
    assert (level, words.endswith("cannot be read: no such file or directory")) == ("failed", True)


@pytest.mark.parametrize(("name", "level"), [("GIT_SSL_CAINFO", "failed"), ("SSL_CERT_FILE", "warning")])
def test_a_home_that_there_is_not_is_told(found, name, level):
    ((told, words, _),) = found(CHECK, environment={name: "~nobody_such/ca.pem"})
    assert (told, words) == (level, f"{name}: there is no home folder for '~nobody_such/ca.pem'")


def test_a_file_of_certificates_is_counted(found):
    place = ssl.get_default_verify_paths().cafile
    if place is None:
        pytest.skip("this system keeps no certificates in a file")
    ((level, words, _),) = found(CHECK, environment={"GIT_SSL_CAINFO": place})
    assert (level, words.endswith(" authorities")) == ("ok", True)


def test_variables_that_git_or_diptych_does_not_read_are_told(found):
    place = ssl.get_default_verify_paths().cafile
    if place is None:
        pytest.skip("this system keeps no certificates in a file")
    found_ = found(CHECK, environment={"GIT_SSL_NO_VERIFY": "1", "SSL_CERT_FILE": place})
    assert [level for level, _, _ in found_] == ["warning", "warning"]
    assert "does not hand it on" in found_[0][1]
    assert found_[1][1] == f"SSL_CERT_FILE is {place}; not every git reads it"


def test_nobody_is_told_to_give_git_a_file_that_is_not_there(found, tmp_path):
    place = tmp_path / "no.pem"
    ((level, words, advice),) = found(CHECK, environment={"SSL_CERT_FILE": str(place)})
    assert (level, words) == ("warning", f"SSL_CERT_FILE: {place} cannot be read: no such file or directory")
    assert advice.startswith("correct or unset SSL_CERT_FILE; name a file of certificates in PEM")


def test_trust_in_anything_is_a_warning(found, monkeypatch, tmp_path):
    settings = tmp_path / "gitconfig"
    settings.write_text('[http "https://example.org"]\n\tsslVerify = false\n')
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert found(CHECK, "ada/one")[0][0] == "ok"
    ((level, words, _),) = found(CHECK, "https://example.org/a")
    assert (level, words) == ("warning", "git is told to trust any certificate for https://example.org/a")
