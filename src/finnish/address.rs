//! E-mail and web addresses inside a text, which are one word each.

/// The end of an e-mail or web address that begins at `start`.
pub(super) fn address_end(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    let length = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | ',' | ';'))
        .unwrap_or(rest.len());
    let length = length + spaced_sign(&rest[length..]);
    // Nearly every word is neither, and this is asked of every word.
    let signs = |byte| matches!(byte, b'@' | b'(' | b'[' | b':');
    if !rest[..length].bytes().any(signs) && !rest.starts_with("www.") {
        return None;
    }
    let mut token = rest[..length].trim_end_matches(['.', ':', '!', '?']);
    if !token.contains('(') {
        token = token.trim_end_matches(')');
    }
    let is_web = ["http://", "https://", "www."].iter().any(|p| token.starts_with(p));
    let is_mail =
        if token.contains(' ') { is_mail(&token.replace(' ', "")) } else { is_mail(token) };
    (is_web || is_mail).then_some(start + token.len())
}

/// After the name of an e-mail address: the bytes of a sign in brackets that stands apart, and the host behind it
/// ("info (at) esimerkkila.example").
fn spaced_sign(rest: &str) -> usize {
    let sign = rest.trim_start_matches(' ');
    let host = ["(at)", "[at]", "(a)", "(ät)"].iter().find_map(|known| sign.strip_prefix(known));
    let host = host.map(|host| host.trim_start_matches(' '));
    let Some(host) = host.filter(|host| host.starts_with(char::is_alphanumeric)) else { return 0 };
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let length = host.find(|c| !inside(c)).unwrap_or(host.len());
    rest.len() - host.len() + length
}

/// Whether a token is an e-mail address; `(at)` and `[at]` are how Finnish pages write the sign.
pub(crate) fn is_mail(token: &str) -> bool {
    if !token.bytes().any(|b| matches!(b, b'@' | b'(' | b'[')) {
        return false;
    }
    ["@", "(at)", "[at]", "(a)", "(ät)"].iter().any(|sign| {
        token.split_once(sign).is_some_and(|(name, host)| {
            let begins = name.chars().next().is_some_and(char::is_alphanumeric);
            begins && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
        })
    })
}
