//! Content lines (RFC 5545, 3.1): folded at 75 octets, never inside a character; text escaped (3.3.11).

/// The longest line, in octets, without its end.
const WIDTH: usize = 75;

/// Lines on the way into a calendar.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A property whose value is no text: a date, a rule, a name of the standard.
    pub(super) fn raw(&mut self, name: &str, value: &str) -> &mut Self {
        self.fold(&format!("{name}:{value}"));
        self
    }

    /// A property whose value is text.
    pub(super) fn text(&mut self, name: &str, value: &str) -> &mut Self {
        self.fold(&format!("{name}:{}", escape(value)));
        self
    }

    pub(super) fn finish(self) -> String {
        self.0
    }

    fn fold(&mut self, line: &str) {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > WIDTH {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(c);
            width += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => safe.extend(['\\', c]),
            '\n' => safe.push_str("\\n"),
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &"汇总".repeat(40));
        let text = lines.finish();
        assert!(text.split("\r\n").all(|line| line.len() <= WIDTH));
        assert_eq!(text.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "汇总".repeat(40)));
    }

    #[test]
    fn a_line_of_just_the_width_is_not_folded() {
        let mut lines = Lines::default();
        lines.raw("X", &"a".repeat(WIDTH - 2));
        assert_eq!(lines.finish().lines().count(), 1);
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escape("a,b;c\\d\ne\rf\u{7}"), "a\\,b\\;c\\\\d\\nef");
    }
}
