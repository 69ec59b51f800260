//! What of a page is the notice: not its navigation, cookie banner and footer, nor what nobody sees.

use super::tree::{Data, Piece, ROOT, Tree};

/// Elements whose text is no text of the page.
const NEVER: [&str; 23] = [
    "script", "style", "template", "noscript", "head", "title", "svg", "math", "iframe", "object",
    "embed", "canvas", "video", "audio", "select", "datalist", "nav", "dialog", "map", "del",
    "frameset", "progress", "meter",
];
/// The same by what they are for.
const NEVER_ROLES: [&str; 8] =
    ["navigation", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tooltip"];
/// What belongs to the site, not to the page, where it stands outside the main part.
const OF_SITE: [&str; 3] = ["header", "footer", "aside"];
const OF_SITE_ROLES: [&str; 3] = ["banner", "contentinfo", "complementary"];
/// Words that makers of sites name such parts by, in `class` and `id`.
const OF_SITE_NAMES: [&str; 16] = [
    "nav",
    "navi",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "sidebar",
    "footer",
    "header",
    "cookie",
    "cookies",
    "cookiebot",
    "consent",
    "onetrust",
    "skip",
];
/// Text for screen readers only: "opens in a new window".
const UNSEEN_NAMES: [&str; 4] =
    ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"];
/// Words that makers of sites name parts by that open when pressed. A saved page has them closed.
const OPENS_NAMES: [&str; 8] =
    ["accordion", "accord", "collapse", "collapsible", "panel", "toggle", "tab", "haitari"];
/// Letters that a main part holds at least, if it is the page's.
const LEAST_MAIN: usize = 200;
/// A list of so many links and little else is a menu.
const MENU_LINKS: usize = 4;

/// What of a page is read.
pub(super) struct Content {
    /// The parts, in order.
    pub(super) roots: Vec<usize>,
    /// Whether the page marks its main part, so that nothing in it is guessed away.
    is_marked: bool,
    /// Letters in every node.
    letters: Vec<usize>,
    /// Letters of links in every node.
    linked: Vec<usize>,
    /// Names of parts that something opens.
    opened: Vec<String>,
}

impl Content {
    pub(super) fn of(tree: &Tree) -> Self {
        let (letters, linked) = letters(tree);
        let mut content =
            Self { roots: Vec::new(), is_marked: false, letters, linked, opened: opened(tree) };
        let body = tree.below(ROOT).find(|node| tree.name(*node) == "body").unwrap_or(ROOT);
        let main = content.main(tree, body);
        content.is_marked = main.is_some();
        let root = main.unwrap_or(body);
        content.roots.extend(content.title_outside(tree, body, root));
        content.roots.push(root);
        content
    }

    /// The part that the page marks as its own, if it holds enough to be it.
    fn main(&self, tree: &Tree, body: usize) -> Option<usize> {
        let of = |is_one: &dyn Fn(usize) -> bool| {
            let all = tree.below(body).filter(|node| is_one(*node));
            all.max_by_key(|node| (self.letters[*node], std::cmp::Reverse(*node)))
        };
        let marked =
            of(&|node| tree.name(node) == "main" || tree.attribute(node, "role") == Some("main"));
        let half = self.letters[body] / 2;
        let article = || of(&|node| tree.name(node) == "article");
        let enough = |node: &usize| self.letters[*node] >= LEAST_MAIN.min(half);
        marked.filter(enough).or_else(|| article().filter(|node| self.letters[*node] >= half))
    }

    /// The title of the page, where it stands above its main part.
    fn title_outside(&self, tree: &Tree, body: usize, root: usize) -> Option<usize> {
        let is_title = |node: &usize| tree.name(*node) == "h1" && self.letters[*node] > 0;
        if root == body || tree.below(root).any(|node| is_title(&node)) {
            return None;
        }
        let mut titles = tree.below(body).filter(is_title).filter(|node| {
            tree.above(*node).all(|above| !is_never(tree, above) && tree.name(above) != "footer")
        });
        titles.next().filter(|_| titles.next().is_none())
    }

    /// Whether an element is left out with all that is in it.
    pub(super) fn leaves_out(&self, tree: &Tree, node: usize) -> bool {
        is_never(tree, node)
            || self.is_hidden(tree, node)
            || !self.is_marked && (self.is_of_site(tree, node) || self.is_menu(tree, node))
    }

    /// Whether nobody sees it; what opens when pressed is seen.
    fn is_hidden(&self, tree: &Tree, node: usize) -> bool {
        let style = tree.attribute(node, "style").unwrap_or_default().to_ascii_lowercase();
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        let hidden = tree.attribute(node, "hidden").is_some()
            || tree.attribute(node, "aria-hidden") == Some("true")
            || style.contains("display:none")
            || style.contains("visibility:hidden");
        let unseen = names(tree, node).any(|name| UNSEEN_NAMES.contains(&&*name));
        let opens = || {
            let id = tree.attribute(node, "id").unwrap_or_default();
            self.opened.binary_search_by(|opened| opened.as_str().cmp(id)).is_ok()
                || matches!(tree.attribute(node, "role"), Some("region" | "tabpanel"))
                || tree.attribute(node, "aria-labelledby").is_some()
                || has_name(tree, node, &OPENS_NAMES)
        };
        unseen || hidden && !opens()
    }

    fn is_of_site(&self, tree: &Tree, node: usize) -> bool {
        let name = tree.name(node);
        let role = tree.attribute(node, "role").unwrap_or_default();
        let in_article = || tree.above(node).any(|above| tree.name(above) == "article");
        let marked = OF_SITE_ROLES.contains(&role) || OF_SITE.contains(&name) && !in_article();
        let most = || self.letters[node] * 2 > self.letters[ROOT];
        let named = || !matches!(name, "body" | "html") && has_name(tree, node, &OF_SITE_NAMES);
        (marked || named()) && !most()
    }

    /// A list of links and little else.
    fn is_menu(&self, tree: &Tree, node: usize) -> bool {
        matches!(tree.name(node), "ul" | "ol")
            && self.linked[node] * 10 >= self.letters[node] * 9
            && tree.below(node).filter(|below| tree.name(*below) == "a").count() >= MENU_LINKS
            && !tree.below(node).any(|below| {
                let target = tree.attribute(below, "href").unwrap_or_default();
                target.starts_with("mailto:") || target.starts_with("tel:")
            })
    }
}

/// Whether an element opens a part of the page when it is pressed.
pub(super) fn is_opener(tree: &Tree, node: usize) -> bool {
    let has = |name| tree.attribute(node, name).is_some();
    ["aria-controls", "aria-expanded", "data-target", "data-bs-target"].into_iter().any(has)
        || has_name(tree, node, &OPENS_NAMES)
}

fn is_never(tree: &Tree, node: usize) -> bool {
    NEVER.contains(&tree.name(node))
        || tree.attribute(node, "role").is_some_and(|role| NEVER_ROLES.contains(&role))
}

/// The names of an element, in small letters.
fn names(tree: &Tree, node: usize) -> impl Iterator<Item = String> {
    let of = |name| tree.attribute(node, name).unwrap_or_default();
    let all = format!("{} {}", of("class"), of("id")).to_lowercase();
    all.split_whitespace().map(str::to_owned).collect::<Vec<_>>().into_iter()
}

/// Whether one of the words in the names of an element is known: `site-footer`, `cookie_banner`.
fn has_name(tree: &Tree, node: usize, known: &[&str]) -> bool {
    names(tree, node)
        .any(|name| name.split(|c: char| !c.is_alphanumeric()).any(|part| known.contains(&part)))
}

/// The names of parts that something on the page opens.
fn opened(tree: &Tree) -> Vec<String> {
    let mut opened = Vec::new();
    for node in tree.below(ROOT) {
        for attribute in ["aria-controls", "data-target", "data-bs-target", "href"] {
            let Some(value) = tree.attribute(node, attribute) else { continue };
            let fragment = value.strip_prefix('#');
            let name = if attribute == "aria-controls" { Some(value) } else { fragment };
            opened.extend(name.filter(|name| !name.is_empty()).map(str::to_owned));
        }
    }
    opened.sort();
    opened.dedup();
    opened
}

/// Letters, and letters of links, in every node; those that are never text are not counted.
fn letters(tree: &Tree) -> (Vec<usize>, Vec<usize>) {
    let mut all = vec![0; tree.nodes.len()];
    let mut linked = vec![0; tree.nodes.len()];
    let order: Vec<usize> = tree.below(ROOT).collect();
    for node in order.into_iter().rev() {
        if let Data::Text(pieces) = &tree.nodes[node].data {
            all[node] += pieces.iter().map(length).sum::<usize>();
        }
        if is_never(tree, node) {
            (all[node], linked[node]) = (0, 0);
        }
        if tree.name(node) == "a" {
            linked[node] = all[node];
        }
        if let Some(parent) = tree.nodes[node].parent {
            all[parent] += all[node];
            linked[parent] += linked[node];
        }
    }
    (all, linked)
}

fn length(piece: &Piece) -> usize {
    match piece {
        Piece::Verbatim(span) => span.end - span.start,
        Piece::Written(text, _) => text.len(),
        Piece::Blank { .. } => 0,
    }
}
