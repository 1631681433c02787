//! A page made of headed blocks: pieces under a heading, with the rule they answer to in the margin.
//!
//! It lays out only. A piece becomes HTML by being a part; no text gets past escaping on this way.

use std::fmt::{self, Display};

use askama::Template;
use askama::filters::HtmlSafe;

use crate::layout::Shell;
use crate::part::{Margin, Phrase};

/// What a part made.
#[derive(Clone, Debug)]
pub(crate) struct Made(String);

impl Made {
    /// A part as it stands.
    pub(crate) fn of(part: impl HtmlSafe) -> Self {
        Self(part.to_string())
    }
}

impl HtmlSafe for Made {}

impl Display for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Template)]
#[template(source = "<p>{{ phrase }}</p>\n", ext = "html")]
struct Paragraph {
    phrase: Phrase,
}

impl HtmlSafe for Paragraph {}

#[derive(Template)]
#[template(source = "<h3>{{ text }}</h3>\n", ext = "html")]
struct Heading {
    text: String,
}

impl HtmlSafe for Heading {}

#[derive(Template)]
#[template(source = "<ul>{% for item in items %}\n<li>{{ item }}</li>{% endfor %}\n</ul>\n", ext = "html")]
struct Items {
    items: Vec<Phrase>,
}

impl HtmlSafe for Items {}

#[derive(Template)]
#[template(
    source = "<details><summary>{{ summary }}</summary>\n{% for piece in pieces %}{{ piece }}{% endfor %}</details>\n",
    ext = "html"
)]
struct Folded {
    summary: String,
    pieces: Vec<Made>,
}

impl HtmlSafe for Folded {}

/// What a person wrote, with its lines kept apart.
#[derive(Template)]
#[template(source = "{% for line in lines %}<p dir=\"auto\">{{ line }}</p>\n{% endfor %}", ext = "html")]
struct Written {
    lines: Vec<String>,
}

impl HtmlSafe for Written {}

/// A text that is copied as it stands, to the last line break.
#[derive(Template)]
#[template(source = "<pre class=\"code\" dir=\"ltr\">{{ text }}</pre>\n", ext = "html")]
struct Verbatim {
    text: String,
}

impl HtmlSafe for Verbatim {}

/// Pieces under a heading.
#[derive(Clone, Debug, Template)]
#[template(path = "casework/block.html")]
pub(crate) struct Block {
    id: String,
    title: String,
    pieces: Vec<Made>,
    margin: Option<Margin>,
}

impl HtmlSafe for Block {}

impl Block {
    /// A block; `id` must be unlike any other on the page.
    pub(crate) fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self { id: id.into(), title: title.into(), pieces: Vec::new(), margin: None }
    }

    /// With a part.
    #[must_use]
    pub(crate) fn with(mut self, part: impl HtmlSafe) -> Self {
        self.pieces.push(Made::of(part));
        self
    }

    /// With a part, if there is one.
    #[must_use]
    pub(crate) fn with_some(self, part: Option<impl HtmlSafe>) -> Self {
        match part {
            Some(part) => self.with(part),
            None => self,
        }
    }

    /// With a paragraph.
    #[must_use]
    pub(crate) fn line(self, phrase: impl Into<Phrase>) -> Self {
        self.with(Paragraph { phrase: phrase.into() })
    }

    /// With a paragraph, if there is something to say.
    #[must_use]
    pub(crate) fn line_some(self, phrase: Option<impl Into<Phrase>>) -> Self {
        match phrase {
            Some(phrase) => self.line(phrase),
            None => self,
        }
    }

    /// With what somebody wrote.
    #[must_use]
    pub(crate) fn written(self, text: &str) -> Self {
        self.with(Written { lines: text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect() })
    }

    /// With a text that is copied as it stands.
    #[must_use]
    pub(crate) fn verbatim(self, text: impl Into<String>) -> Self {
        self.with(Verbatim { text: text.into() })
    }

    /// With a smaller heading.
    #[must_use]
    pub(crate) fn heading(self, text: impl Into<String>) -> Self {
        self.with(Heading { text: text.into() })
    }

    /// With a list.
    #[must_use]
    pub(crate) fn items(self, items: Vec<Phrase>) -> Self {
        if items.is_empty() { self } else { self.with(Items { items }) }
    }

    /// With pieces that are there on asking.
    #[must_use]
    pub(crate) fn folded(self, summary: impl Into<String>, inside: Block) -> Self {
        if inside.pieces.is_empty() {
            self
        } else {
            self.with(Folded { summary: summary.into(), pieces: inside.pieces })
        }
    }

    /// With the rule in the margin.
    #[must_use]
    pub(crate) fn margin(mut self, margin: Margin) -> Self {
        self.margin = Some(margin);
        self
    }
}

/// A page of blocks.
#[derive(Template)]
#[template(path = "casework/page.html")]
pub(crate) struct Page {
    pub(crate) shell: Shell,
    /// The way here: address and words.
    trail: Vec<(String, Phrase)>,
    head: Vec<Made>,
    blocks: Vec<Block>,
    aside: Vec<Block>,
    aside_label: String,
    foot: Vec<Made>,
}

impl Page {
    /// An empty page.
    pub(crate) fn new(shell: Shell) -> Self {
        Self {
            shell,
            trail: Vec::new(),
            head: Vec::new(),
            blocks: Vec::new(),
            aside: Vec::new(),
            aside_label: String::new(),
            foot: Vec::new(),
        }
    }

    /// With one more step of the way here.
    #[must_use]
    pub(crate) fn trail(mut self, href: impl Into<String>, label: impl Into<Phrase>) -> Self {
        self.trail.push((href.into(), label.into()));
        self
    }

    /// With a part across the page.
    #[must_use]
    pub(crate) fn head(mut self, part: impl HtmlSafe) -> Self {
        self.head.push(Made::of(part));
        self
    }

    /// With a part across the page, if there is one.
    #[must_use]
    pub(crate) fn head_some(self, part: Option<impl HtmlSafe>) -> Self {
        match part {
            Some(part) => self.head(part),
            None => self,
        }
    }

    /// With a block.
    #[must_use]
    pub(crate) fn block(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// With blocks.
    #[must_use]
    pub(crate) fn blocks(mut self, blocks: Vec<Block>) -> Self {
        self.blocks.extend(blocks);
        self
    }

    /// With blocks beside the others.
    #[must_use]
    pub(crate) fn beside(mut self, label: impl Into<String>, blocks: Vec<Block>) -> Self {
        self.aside = blocks;
        self.aside_label = label.into();
        self
    }

    /// With a part below everything, such as a form.
    #[must_use]
    pub(crate) fn foot(mut self, part: impl HtmlSafe) -> Self {
        self.foot.push(Made::of(part));
        self
    }

    fn has_margin(&self) -> bool {
        self.blocks.iter().any(|block| block.margin.is_some())
    }
}
