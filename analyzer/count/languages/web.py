"""Languages of the web: scripts, styles and the pages that hold them."""

from __future__ import annotations

from analyzer.count.languages.c_family import CHARACTER, SLASHES, STARS, STRING
from analyzer.model.language import Category, Island, Language, Quote

MARKUP_COMMENT = (("<!--", "-->"),)
TEMPLATE = Quote("`", lines=True)
REGEX_LITERAL = (
    # A slash after a name, a number or a closing bracket divides; elsewhere it opens a regular expression.
    r"/(?![/*])(?:(?<=return /)|(?<=typeof /)|(?<=case /)|(?<![\w$)\]]/)(?<![\w$)\]] /))"
    r"(?:[^\\\n/\[]|\\[^\n]|\[(?:[^\\\n\]]|\\[^\n]){0,128}+\]){1,256}+/"
)
SCRIPT_END = r"(?i:</script)"
STYLE_END = r"(?i:</style)"
# Tags are looked for in so many bytes at most: else a page of unclosed ones would be read once for each.
SCRIPT = Island(r"<(?i:script)\b(?![^>]{0,400}/>)[^>]{0,2000}+>", SCRIPT_END, "JavaScript")
STYLE = Island(r"<(?i:style)\b[^>]{0,2000}+>", STYLE_END, "CSS")
COMPONENT_ISLANDS = (
    Island(r"<(?i:script)\b(?=[^>]{0,400}\blang=[\"']?tsx?\b)[^>]{0,2000}+>", SCRIPT_END, "TypeScript"),
    SCRIPT,
    Island(r"<(?i:style)\b(?=[^>]{0,400}\blang=[\"']?s[ac]ss\b)[^>]{0,2000}+>", STYLE_END, "SCSS"),
    Island(r"<(?i:style)\b(?=[^>]{0,400}\blang=[\"']?less\b)[^>]{0,2000}+>", STYLE_END, "Less"),
    STYLE,
)
TEMPLATE_COMMENTS = (
    r"\{#[^#\n]*+(?:#(?!\})[^#\n]*+)*+(?:#\})?+",
    r"\{%-?\s*+comment\b[^{]*+(?:\{(?!%-?\s*+endcomment\b)[^{]*+)*+(?:\{%[^%\n]*+%\})?+",
)
"""Django's and Jinja's comments."""
MULTILINE_TEMPLATE_COMMENT = r"\{#[^#]*+(?:#(?!\})[^#]*+)*+(?:#\})?+"

LANGUAGES: tuple[Language, ...] = (
    Language(
        "JavaScript",
        Category.LOGIC,
        openhub="javascript",
        extensions=("js", "mjs", "cjs", "jsx", "es6"),
        tags=("javascript", "jsx"),
        interpreters=("node", "nodejs", "deno", "bun"),
        line=SLASHES,
        block=STARS,
        quotes=(STRING, CHARACTER, TEMPLATE),
        skip=(REGEX_LITERAL,),
    ),
    Language(
        "TypeScript",
        Category.LOGIC,
        openhub="typescript",
        extensions=("ts", "tsx", "mts", "cts"),
        interpreters=("ts-node", "tsx"),
        line=SLASHES,
        block=STARS,
        quotes=(STRING, CHARACTER, TEMPLATE),
        skip=(REGEX_LITERAL,),
    ),
    Language(
        "CoffeeScript",
        Category.LOGIC,
        openhub="coffeescript",
        extensions=("coffee", "litcoffee", "cson"),
        interpreters=("coffee",),
        line=("#",),
        block=(("###", "###"),),
        quotes=(Quote('"""', lines=True), Quote("'''", lines=True), Quote('"', lines=True), Quote("'", lines=True)),
    ),
    Language(
        "ActionScript",
        Category.LOGIC,
        openhub="actionscript",
        extensions=("as",),
        line=SLASHES,
        block=STARS,
        quotes=(STRING, CHARACTER),
        skip=(REGEX_LITERAL,),
    ),
    Language(
        "QML",
        Category.MARKUP,
        openhub="qml",
        extensions=("qml",),
        line=SLASHES,
        block=STARS,
        quotes=(STRING, CHARACTER, TEMPLATE),
        skip=(REGEX_LITERAL,),
    ),
    Language(
        "CSS",
        Category.MARKUP,
        openhub="css",
        extensions=("css",),
        block=STARS,
        quotes=(STRING, CHARACTER),
    ),
    Language(
        "SCSS",
        Category.MARKUP,
        extensions=("scss",),
        line=SLASHES,
        block=STARS,
        quotes=(STRING, CHARACTER),
    ),
    Language("Sass", Category.MARKUP, extensions=("sass",), line=SLASHES, block=STARS, quotes=(STRING, CHARACTER)),
    Language("Less", Category.MARKUP, extensions=("less",), line=SLASHES, block=STARS, quotes=(STRING, CHARACTER)),
    Language("Stylus", Category.MARKUP, extensions=("styl",), line=SLASHES, block=STARS, quotes=(STRING, CHARACTER)),
    Language(
        "HTML",
        Category.MARKUP,
        openhub="html",
        extensions=("html", "htm", "xhtml", "tpl", "mustache", "zpt"),
        tags=("html",),
        block=MARKUP_COMMENT,
        islands=(SCRIPT, STYLE),
    ),
    Language(
        "Jinja",
        Category.MARKUP,
        extensions=("j2", "jinja", "jinja2", "njk", "twig", "djtpl", "thtml"),
        tags=("jinja", "twig", "nunjucks"),
        block=MARKUP_COMMENT,
        comments=(MULTILINE_TEMPLATE_COMMENT, TEMPLATE_COMMENTS[1]),
        islands=(SCRIPT, STYLE),
    ),
    Language(
        "Handlebars",
        Category.MARKUP,
        extensions=("hbs", "handlebars"),
        block=(("{{!--", "--}}"), ("{{!", "}}"), *MARKUP_COMMENT),
        islands=(SCRIPT, STYLE),
    ),
    Language(
        "ERB",
        Category.MARKUP,
        openhub="rhtml",
        extensions=("rhtml", "erb"),
        block=(("<%#", "%>"), *MARKUP_COMMENT),
        islands=(Island("<%(?!#)[=-]?", "%>", "Ruby"), SCRIPT, STYLE),
    ),
    Language(
        "EJS",
        Category.MARKUP,
        extensions=("ejs",),
        block=(("<%#", "%>"), *MARKUP_COMMENT),
        islands=(Island("<%(?!#)[=-]?", "%>", "JavaScript"), SCRIPT, STYLE),
    ),
    Language(
        "JSP",
        Category.MARKUP,
        openhub="jsp",
        extensions=("jsp", "jspx"),
        block=(("<%--", "--%>"), *MARKUP_COMMENT),
        islands=(Island("<%(?!--)[=!@]?", "%>", "Java"), SCRIPT, STYLE),
    ),
    Language(
        "PHP",
        Category.LOGIC,
        openhub="php",
        extensions=("php", "php3", "php4", "php5", "phtml", "ctp"),
        tags=("php",),
        interpreters=("php", "php5", "php7", "php8"),
        block=MARKUP_COMMENT,
        islands=(Island(r"<\?(?!xml)(?:php\b|=)?+", r"\?>", "PHP code", outside_strings=True), SCRIPT, STYLE),
    ),
    Language(
        "PHP code",
        Category.LOGIC,
        block=STARS,
        comments=(r"//[^\n?]*+(?:\?(?!>)[^\n?]*+)*+", r"#(?!\[)[^\n?]*+(?:\?(?!>)[^\n?]*+)*+"),
        quotes=(Quote('"', lines=True), Quote("'", lines=True)),
        texts=(
            r"<<<[ \t]*+(?P<quote>[\"']?+)(?P<word>[A-Za-z_]\w*+)(?P=quote)\n"
            r"(?:(?![ \t]*+(?P=word)\b)[^\n]*+\n)*+(?:[ \t]*+(?P=word))?+",
        ),
    ),
    Language("Vue", Category.MARKUP, extensions=("vue",), block=MARKUP_COMMENT, islands=COMPONENT_ISLANDS),
    Language("Svelte", Category.MARKUP, extensions=("svelte",), block=MARKUP_COMMENT, islands=COMPONENT_ISLANDS),
    Language("Astro", Category.MARKUP, extensions=("astro",), block=MARKUP_COMMENT, islands=COMPONENT_ISLANDS),
    Language(
        "XML",
        Category.MARKUP,
        openhub="xml",
        extensions=("xml", "csproj", "kml", "graffle", "rss", "atom", "ui", "wsdl", "resx"),
        tags=("xml",),
        block=MARKUP_COMMENT,
        skip=(r"<!\[CDATA\[[^\]]*+(?:\](?!\]>)[^\]]*+)*+(?:\]\]>)?+",),
    ),
    Language("SVG", Category.DATA, extensions=("svg",), block=MARKUP_COMMENT),
    Language("XSLT", Category.LOGIC, openhub="xslt", extensions=("xsl", "xslt"), block=MARKUP_COMMENT),
    Language("XML Schema", Category.MARKUP, openhub="xmlschema", extensions=("xsd",), block=MARKUP_COMMENT),
    Language("XAML", Category.MARKUP, openhub="xaml", extensions=("xaml",), block=MARKUP_COMMENT),
    Language("Haml", Category.MARKUP, openhub="haml", extensions=("haml",), line_first=("-#", "/")),
    Language("Pug", Category.MARKUP, extensions=("pug", "jade"), line_first=("//",)),
)
