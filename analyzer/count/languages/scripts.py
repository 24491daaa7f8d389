"""Languages of scripts and shells, most of which write comments with a hash."""

from __future__ import annotations

from analyzer.count.languages.c_family import CHARACTER, CHARACTER_LITERAL, SLASHES, STRING, TRIPLE
from analyzer.model.language import Category, Language, Quote

HASH = ("#",)
TRIPLE_SINGLE = Quote("'''", lines=True)
LONG_STRING = Quote('"', lines=True)
LONG_SINGLE = Quote("'", lines=True)
SHELL_COMMENT = r"#(?<![^\s;&|()`]#)[^\n]*+"
"""Within a word ("$#", "a#b") the hash is an ordinary character."""
HERE_DOCUMENT = (
    r"<<(?!<)-?[ \t]?\\?+(?P<quote>[\"']?)(?P<word>[A-Za-z_]\w*+)(?P=quote)[^\n]*+(?:\n|\Z)"
    r"(?:(?!\t*(?P=word)[ \t]*+(?:\n|\Z))[^\n]*+\n)*+(?:\t*(?P=word)\b)?+"
)
POD = r"=(?<![^\n]=)[A-Za-z][^\n]*+(?:\n(?!=cut\b)[^\n]*+)*+(?:\n=cut\b[^\n]*+)?+"
PERL_HERE_DOCUMENT = (
    r"<<(?P<tilde>~?)(?P<quote>[\"']?)(?P<word>[A-Za-z_]\w*+)(?P=quote)[^\n]*+(?:\n|\Z)"
    r"(?:(?![ \t]*+(?P=word)[ \t]*+(?:\n|\Z))[^\n]*+\n)*+(?:[ \t]*+(?P=word)\b)?+"
)
RUBY_HERE_DOCUMENT = (
    r"<<[~-](?P<quote>[\"'`]?)(?P<word>[A-Za-z_]\w*+)(?P=quote)[^\n]*+(?:\n|\Z)"
    r"(?:(?![ \t]*+(?P=word)\b)[^\n]*+\n)*+(?:[ \t]*+(?P=word)\b)?+"
)

LANGUAGES: tuple[Language, ...] = (
    Language(
        "Python",
        Category.LOGIC,
        openhub="python",
        extensions=("py", "pyw", "pyi", "pyt", "tac", "tap", "py-tpl", "wsgi", "gyp", "gypi"),
        filenames=("SConstruct", "SConscript", "wscript"),
        tags=("python", "pyi"),
        interpreters=("python", "python2", "python3", "pypy", "pypy3"),
        line=HASH,
        quotes=(TRIPLE, TRIPLE_SINGLE, STRING, CHARACTER),
    ),
    Language(
        "Cython",
        Category.LOGIC,
        extensions=("pyx", "pxd", "pxi"),
        line=HASH,
        quotes=(TRIPLE, TRIPLE_SINGLE, STRING, CHARACTER),
    ),
    Language(
        "Ruby",
        Category.LOGIC,
        openhub="ruby",
        extensions=("rb", "rbw", "rake", "gemspec", "ru", "jbuilder", "podspec"),
        filenames=("Rakefile", "rakefile", "Gemfile", "Vagrantfile", "Guardfile", "Podfile", "Brewfile", "Fastfile"),
        tags=("ruby",),
        interpreters=("ruby", "jruby", "rbx"),
        comments=(r"#(?<![?$]#)[^\n]*+", r"=(?<![^\n]=)begin\b[^\n]*+(?:\n(?!=end\b)[^\n]*+)*+(?:\n=end\b[^\n]*+)?+"),
        quotes=(STRING, CHARACTER),
        texts=(RUBY_HERE_DOCUMENT,),
    ),
    Language(
        "Perl",
        Category.LOGIC,
        openhub="perl",
        extensions=("pl", "pm", "t", "pod", "ph", "perl", "p6", "pm6", "raku"),
        tags=("perl",),
        interpreters=("perl", "perl5", "perl6", "raku"),
        comments=(r"#(?<![$\w{\\@(]#)[^\n]*+", POD),
        quotes=(STRING, CHARACTER),
        texts=(PERL_HERE_DOCUMENT,),
    ),
    Language(
        "Shell",
        Category.LOGIC,
        openhub="shell",
        extensions=("sh", "bash", "zsh", "ksh", "bats", "ash", "dash"),
        filenames=("PKGBUILD", ".bashrc", ".profile", ".zshrc", ".envrc", ".bash_profile", ".bash_aliases"),
        tags=("shell",),
        interpreters=("sh", "bash", "zsh", "ksh", "dash", "ash", "mksh", "bats"),
        comments=(SHELL_COMMENT,),
        quotes=(LONG_STRING, Quote("'", escape="", lines=True)),
        texts=(HERE_DOCUMENT,),
        skip=(r"\\[^\n]",),
    ),
    Language(
        "C shell",
        Category.LOGIC,
        extensions=("csh", "tcsh"),
        tags=("csh", "tcsh"),
        interpreters=("csh", "tcsh"),
        comments=(SHELL_COMMENT,),
        quotes=(STRING, Quote("'", escape="")),
        skip=(r"\\[^\n]",),
    ),
    Language(
        "fish",
        Category.LOGIC,
        extensions=("fish",),
        interpreters=("fish",),
        comments=(SHELL_COMMENT,),
        quotes=(LONG_STRING, LONG_SINGLE),
        skip=(r"\\[^\n]",),
    ),
    Language(
        "PowerShell",
        Category.LOGIC,
        extensions=("ps1", "psm1", "psd1"),
        tags=("powershell",),
        interpreters=("pwsh", "powershell"),
        block=(("<#", "#>"),),
        comments=(SHELL_COMMENT,),
        quotes=(
            Quote('@"', '"@', escape="", lines=True),
            Quote("@'", "'@", escape="", lines=True),
            Quote('"', escape="`", lines=True),
            Quote("'", escape="", lines=True),
        ),
    ),
    Language(
        "Batch",
        Category.LOGIC,
        openhub="bat",
        extensions=("bat", "cmd"),
        tags=("batch",),
        line_first=("::",),
        keyword=("rem", "@rem"),
    ),
    Language(
        "Lua",
        Category.LOGIC,
        openhub="lua",
        extensions=("lua", "nse", "p8", "luau", "rockspec"),
        interpreters=("lua", "luajit"),
        comments=(
            r"--(?:\[(?P<depth>=*+)\[[^\]]*+(?:\](?!(?P=depth)\])[^\]]*+)*+(?:\](?P=depth)\])?+|(?!\[=*+\[)[^\n]*+)",
        ),
        quotes=(STRING, CHARACTER),
        texts=(r"\[(?P<level>=*+)\[[^\]]*+(?:\](?!(?P=level)\])[^\]]*+)*+(?:\](?P=level)\])?+",),
    ),
    Language(
        "Tcl",
        Category.LOGIC,
        openhub="tcl",
        extensions=("tcl", "tk", "exp"),
        interpreters=("tclsh", "wish", "expect"),
        comments=(r"#(?<![^\s;{]#)[^\n]*+",),
        quotes=(STRING,),
        skip=(r"\\[^\n]",),
    ),
    Language(
        "AWK",
        Category.LOGIC,
        openhub="awk",
        extensions=("awk", "gawk", "mawk"),
        interpreters=("awk", "gawk", "mawk", "nawk"),
        line=HASH,
        quotes=(STRING,),
        skip=(r"/(?<![\w)\]]/)(?<![\w)\]] /)(?:[^\\\n/]|\\[^\n]){1,256}+/",),
    ),
    Language(
        "sed",
        Category.LOGIC,
        extensions=("sed",),
        interpreters=("sed",),
        line_first=HASH,
    ),
    Language(
        "R",
        Category.LOGIC,
        openhub="r",
        extensions=("r", "rprofile"),
        filenames=(".Rprofile",),
        interpreters=("Rscript",),
        line=HASH,
        quotes=(LONG_STRING, LONG_SINGLE),
    ),
    Language(
        "Julia",
        Category.LOGIC,
        extensions=("jl",),
        interpreters=("julia",),
        line=HASH,
        block=(("#=", "=#"),),
        nested=True,
        quotes=(TRIPLE, LONG_STRING),
        skip=(CHARACTER_LITERAL,),
    ),
    Language(
        "Elixir",
        Category.LOGIC,
        extensions=("ex", "exs"),
        tags=("elixir",),
        interpreters=("elixir",),
        comments=(r"#(?<!\?#)[^\n]*+",),
        quotes=(TRIPLE, TRIPLE_SINGLE, LONG_STRING),
    ),
    Language(
        "Crystal",
        Category.LOGIC,
        openhub="crystal",
        extensions=("cr",),
        interpreters=("crystal",),
        line=HASH,
        quotes=(LONG_STRING,),
        texts=(RUBY_HERE_DOCUMENT,),
        skip=(CHARACTER_LITERAL,),
    ),
    Language(
        "Nim",
        Category.LOGIC,
        extensions=("nim", "nims", "nimble"),
        line=HASH,
        block=(("##[", "]##"), ("#[", "]#")),
        nested=True,
        quotes=(Quote('"""', escape="", lines=True), STRING),
        skip=(CHARACTER_LITERAL,),
    ),
    Language(
        "GDScript",
        Category.LOGIC,
        extensions=("gd",),
        line=HASH,
        quotes=(TRIPLE, TRIPLE_SINGLE, STRING, CHARACTER),
    ),
    Language(
        "Vim script",
        Category.LOGIC,
        openhub="vim",
        extensions=("vim",),
        filenames=(".vimrc", "_vimrc", ".gvimrc"),
        tags=("vim",),
        line_first=('"',),
        quotes=(STRING, Quote("'", escape="")),
    ),
    Language(
        "Puppet",
        Category.LOGIC,
        openhub="puppet",
        extensions=("pp",),
        line=HASH,
        block=(("/*", "*/"),),
        quotes=(LONG_STRING, LONG_SINGLE),
    ),
    Language(
        "jq",
        Category.LOGIC,
        extensions=("jq",),
        interpreters=("jq",),
        line=HASH,
        quotes=(STRING,),
    ),
    Language(
        "Jsonnet",
        Category.LOGIC,
        extensions=("jsonnet", "libsonnet"),
        line=(*SLASHES, *HASH),
        block=(("/*", "*/"),),
        quotes=(LONG_STRING, LONG_SINGLE),
    ),
)
