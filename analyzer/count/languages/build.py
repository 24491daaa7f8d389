"""Languages in which builds, packages and machines are described."""

from __future__ import annotations

from analyzer.count.languages.c_family import CHARACTER, STARS, STRING, TRIPLE
from analyzer.count.languages.scripts import HASH, HERE_DOCUMENT, LONG_STRING, SHELL_COMMENT, TRIPLE_SINGLE
from analyzer.model.language import Category, Language, Quote

MAKE_COMMENT = r"#(?<!\\#)[^\n\\]*+(?:\\(?:[^\n]|\n)?+[^\n\\]*+)*+"
M4_COMMENT = r"dnl(?<!\wdnl)(?!\w)[^\n]*+"

LANGUAGES: tuple[Language, ...] = (
    Language(
        "Make",
        Category.BUILD,
        openhub="make",
        extensions=("mk", "mak", "make"),
        filenames=("Makefile", "makefile", "GNUmakefile", "Kbuild", "BSDmakefile"),
        tags=("makefile",),
        interpreters=("make",),
        comments=(MAKE_COMMENT,),
    ),
    Language(
        "Automake",
        Category.BUILD,
        openhub="automake",
        extensions=("am",),
        filenames=("Makefile.am",),
        comments=(MAKE_COMMENT,),
    ),
    Language(
        "Autoconf",
        Category.BUILD,
        openhub="autoconf",
        extensions=("m4", "ac"),
        filenames=("configure.ac", "configure.in"),
        comments=(M4_COMMENT, SHELL_COMMENT),
    ),
    Language(
        "CMake",
        Category.BUILD,
        openhub="cmake",
        extensions=("cmake",),
        filenames=("CMakeLists.txt",),
        tags=("cmake",),
        comments=(
            r"#(?:\[(?P<depth>=*+)\[[^\]]*+(?:\](?!(?P=depth)\])[^\]]*+)*+(?:\](?P=depth)\])?+|(?!\[=*+\[)[^\n]*+)",
        ),
        quotes=(LONG_STRING,),
    ),
    Language(
        "Jam",
        Category.BUILD,
        openhub="jam",
        extensions=("jam",),
        filenames=("Jamfile", "Jamrules", "Jamroot"),
        line=HASH,
        quotes=(STRING,),
    ),
    Language(
        "Meson",
        Category.BUILD,
        filenames=("meson.build", "meson.options", "meson_options.txt"),
        tags=("meson",),
        line=HASH,
        quotes=(TRIPLE_SINGLE, CHARACTER),
    ),
    Language(
        "Starlark",
        Category.BUILD,
        extensions=("bzl", "bazel", "star", "sky"),
        filenames=("BUILD", "WORKSPACE", "Tiltfile"),
        tags=("bazel", "tiltfile"),
        line=HASH,
        quotes=(TRIPLE, TRIPLE_SINGLE, STRING, CHARACTER),
    ),
    Language(
        "Dockerfile",
        Category.BUILD,
        extensions=("dockerfile",),
        filenames=("Dockerfile", "Containerfile"),
        tags=("dockerfile",),
        line_first=HASH,
        texts=(HERE_DOCUMENT,),
    ),
    Language(
        "just",
        Category.BUILD,
        extensions=("just",),
        filenames=("justfile", "Justfile", ".justfile"),
        line=HASH,
        quotes=(STRING, CHARACTER),
    ),
    Language(
        "Nix",
        Category.BUILD,
        openhub="nix",
        extensions=("nix",),
        line=HASH,
        block=STARS,
        quotes=(LONG_STRING,),
        texts=(r"''(?:[^']++|'(?!')|''['$\\])*+(?:'')?+",),
    ),
    Language(
        "Terraform",
        Category.BUILD,
        extensions=("tf", "tfvars", "hcl"),
        tags=("terraform", "hcl"),
        line=("#", "//"),
        block=STARS,
        quotes=(STRING,),
        texts=(HERE_DOCUMENT,),
    ),
    Language(
        "BitBake",
        Category.BUILD,
        extensions=("bb", "bbappend", "bbclass"),
        tags=("bitbake",),
        line_first=HASH,
    ),
    Language(
        "Ebuild",
        Category.LOGIC,
        openhub="ebuild",
        extensions=("ebuild", "eclass"),
        comments=(SHELL_COMMENT,),
        quotes=(LONG_STRING, Quote("'", escape="", lines=True)),
        texts=(HERE_DOCUMENT,),
        skip=(r"\\[^\n]",),
    ),
    Language(
        "NSIS",
        Category.LOGIC,
        openhub="nsis",
        extensions=("nsi", "nsh"),
        line=("#", ";"),
        block=STARS,
        quotes=(STRING, CHARACTER),
    ),
    Language(
        "RPM spec",
        Category.BUILD,
        extensions=("spec",),
        line_first=HASH,
    ),
    Language(
        "Procfile",
        Category.BUILD,
        filenames=("Procfile",),
        line_first=HASH,
    ),
)
