//! Columns of a line, counted from one: in code points, or in characters that a person sees.
//!
//! A paragraph of an official document is one line, and a dump may be one paragraph: what has been counted is laid down
//! as the line is gone over once, and each place is counted from the mark before it.

#[cfg(feature = "formats")]
use unicode_segmentation::UnicodeSegmentation;

/// Characters between two marks.
const STEP: usize = 64;

/// Where each character of a text begins.
type Characters = for<'t> fn(&'t str) -> Box<dyn Iterator<Item = usize> + 't>;

/// The columns of a source.
pub(super) struct Columns<'s> {
    source: &'s str,
    characters: Characters,
    /// Where a character begins, and how many of its line stand before it: the first of each line and then every `STEP`th.
    marks: Vec<(u32, u32)>,
}

impl<'s> Columns<'s> {
    /// Counted in Unicode code points.
    pub(super) fn points(source: &'s str) -> Self {
        Self::new(source, |text| Box::new(text.char_indices().map(|(at, _)| at)))
    }

    /// Counted in grapheme clusters.
    #[cfg(feature = "formats")]
    pub(super) fn seen(source: &'s str) -> Self {
        Self::new(source, |text| Box::new(text.grapheme_indices(true).map(|(at, _)| at)))
    }

    fn new(source: &'s str, characters: Characters) -> Self {
        let (mut marks, mut start) = (vec![(0, 0)], 0);
        for line in source.split_inclusive('\n') {
            let steps = characters(line).enumerate().step_by(STEP).skip(1);
            marks.extend(steps.map(|(n, at)| ((start + at) as u32, n as u32)));
            start += line.len();
            if line.ends_with('\n') {
                marks.push((start as u32, 0));
            }
        }
        Self { source, characters, marks }
    }

    /// The column of byte `at`.
    pub(super) fn at(&self, at: u32) -> usize {
        let (mark, before) = self.marks[self.marks.partition_point(|(mark, _)| *mark <= at) - 1];
        before as usize + (self.characters)(&self.source[mark as usize..at as usize]).count() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_counted_from_the_head_of_its_line() {
        let cluster = "e\u{301}👩‍👩‍👧🇨🇳各\r\n";
        for source in
            [String::new(), "\n\n".to_owned(), cluster.repeat(3), cluster.replace("\r\n", "").repeat(50), "各\n".repeat(70) + "各"]
        {
            for (at, _) in source.char_indices().chain([(source.len(), ' ')]) {
                let before = &source[..at];
                let line = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
                assert_eq!(Columns::points(&source).at(at as u32), line.chars().count() + 1, "{source:?} at {at}");
                #[cfg(feature = "formats")]
                assert_eq!(Columns::seen(&source).at(at as u32), line.graphemes(true).count() + 1, "{source:?} at {at}");
            }
        }
    }
}
