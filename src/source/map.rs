//! The way back: from places of the reading to places of the source.

use crate::span::{Origin, Span};

/// A run of bytes that the reading took over from the source unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it begins in the reading.
    pub reading: u32,
    /// Where it begins in the source.
    pub source: u32,
    /// How many bytes it has in both.
    pub len: u32,
}

/// The pieces of a reading, in order. What lies between two pieces was dropped from the source, or put into
/// the reading (line ends only).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    pieces: Vec<Piece>,
    /// For each stretch of the reading the first piece that ends behind its head.
    index: Vec<u32>,
}

/// How many bytes of the reading a stretch has.
const STRETCH: usize = 64;

impl Map {
    /// A map that may grow to `pieces` pieces before it needs more room.
    pub(super) fn with_capacity(pieces: usize) -> Self {
        Self { pieces: Vec::with_capacity(pieces), index: Vec::new() }
    }

    /// Adds a piece behind the others, joining it to the last one where they touch on both sides.
    pub(super) fn push(&mut self, reading: usize, source: usize, len: usize) {
        if len == 0 {
            return;
        }
        let (reading, source, len) = (reading as u32, source as u32, len as u32);
        match self.pieces.last_mut() {
            Some(last) if last.reading + last.len == reading && last.source + last.len == source => last.len += len,
            _ => self.pieces.push(Piece { reading, source, len }),
        }
    }

    /// Takes away what lies beyond `len` in the reading.
    pub(super) fn truncate(&mut self, len: usize) {
        while let Some(last) = self.pieces.last_mut().filter(|last| (last.reading + last.len) as usize > len) {
            last.len = (len as u32).saturating_sub(last.reading);
            if last.len > 0 {
                return;
            }
            self.pieces.pop();
        }
    }

    /// Makes the index, by which pieces are found from now on.
    pub(super) fn file(&mut self) {
        self.index.clear();
        for (n, piece) in self.pieces.iter().enumerate() {
            while self.index.len() * STRETCH < (piece.reading + piece.len) as usize {
                self.index.push(n as u32);
            }
        }
    }

    /// The first piece that ends behind byte `at` of the reading.
    fn behind(&self, at: u32) -> usize {
        let mut n = self.index.get(at as usize / STRETCH).or(self.index.last()).map_or(0, |n| *n as usize);
        while self.pieces.get(n).is_some_and(|p| p.reading + p.len <= at) {
            n += 1;
        }
        n
    }

    /// The pieces, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The same for a place that counts in the reading but is no line of it.
    pub(super) fn origin_of(&self, place: Origin) -> Origin {
        self.origin(Span { start: place.start, end: place.end })
    }

    /// The place in the source from which `span` was read: from its first kept byte to its last.
    pub fn origin(&self, span: Span) -> Origin {
        self.place(span).0
    }

    /// The same, and whether all of `span` was taken over as one piece.
    pub(super) fn place(&self, span: Span) -> (Origin, bool) {
        let first = self.behind(span.start);
        if let Some(piece) = self.pieces.get(first).filter(|p| p.reading <= span.start && span.end <= p.reading + p.len) {
            let start = piece.source + (span.start - piece.reading);
            return (Origin { start, end: start + (span.end.max(span.start) - span.start) }, true);
        }
        let start = self.source_at(first, span.start);
        let end = if span.is_empty() { start } else { self.source_before(span.end) };
        (Origin { start, end: end.max(start) }, false)
    }

    /// The place in the reading of what was taken over from `origin`.
    pub fn span(&self, origin: Origin) -> Span {
        let first = self.pieces.partition_point(|p| p.source + p.len <= origin.start);
        let behind = self.pieces.partition_point(|p| p.source < origin.end);
        let start = self.pieces.get(first).map(|p| p.reading + origin.start.saturating_sub(p.source));
        let end = behind.checked_sub(1).map(|n| self.pieces[n]).map_or(0, |p| p.reading + p.len.min(origin.end - p.source));
        let start = start.unwrap_or(end);
        Span { start, end: end.max(start) }
    }

    /// The place of one byte of the reading, which piece `n` holds; for a byte that was put in, that of the next one taken
    /// over, with which piece `n` begins.
    fn source_at(&self, n: usize, at: u32) -> u32 {
        match self.pieces.get(n) {
            Some(p) => p.source + at.saturating_sub(p.reading),
            None => self.pieces.last().map_or(0, |p| p.source + p.len),
        }
    }

    /// The end of the last byte before `at` that was taken over.
    fn source_before(&self, at: u32) -> u32 {
        let behind = self.pieces.partition_point(|p| p.reading < at);
        let last = behind.checked_sub(1).and_then(|n| self.pieces.get(n));
        last.map_or(0, |p| p.source + p.len.min(at - p.reading))
    }

    /// This map followed by `next`: where its source is the reading of `next`.
    pub(super) fn through(&self, next: &Self) -> Self {
        let mut map = Self::default();
        let mut n = 0;
        for piece in &self.pieces {
            let end = piece.source + piece.len;
            let mut at = piece.source;
            while let Some(under) = next.pieces.get(n) {
                let (from, to) = (under.reading.max(at), (under.reading + under.len).min(end));
                if from < to {
                    map.push(
                        (piece.reading + from - piece.source) as usize,
                        (under.source + from - under.reading) as usize,
                        (to - from) as usize,
                    );
                    at = to;
                }
                if under.reading + under.len > end {
                    break;
                }
                n += 1;
            }
        }
        map
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(pieces: &[(usize, usize, usize)]) -> Map {
        let mut map = Map::default();
        pieces.iter().for_each(|&(reading, source, len)| map.push(reading, source, len));
        map
    }

    #[test]
    fn pieces_that_touch_are_one() {
        assert_eq!(map(&[(0, 5, 3), (3, 8, 2), (5, 11, 0), (6, 10, 1)]), map(&[(0, 5, 5), (6, 10, 1)]));
    }

    #[test]
    fn a_place_is_that_of_its_kept_bytes() {
        // abc|de|⏎f of the source abc--de-f
        let map = map(&[(0, 0, 3), (3, 5, 2), (6, 8, 1)]);
        let origin = |start, end| map.origin(Span::new(start, end)).range();
        assert_eq!(origin(0, 3), 0..3);
        assert_eq!(origin(2, 4), 2..6);
        assert_eq!(origin(0, 6), 0..7, "a line end that was put in has no place");
        assert_eq!(origin(5, 7), 8..9);
        assert_eq!(origin(3, 3), 5..5);
    }

    #[test]
    fn a_place_is_found_again() {
        let map = map(&[(0, 0, 3), (3, 5, 2), (6, 8, 1)]);
        let span = |start, end| map.span(Origin { start, end }).range();
        assert_eq!(span(0, 3), 0..3);
        assert_eq!(span(2, 6), 2..4);
        assert_eq!(span(3, 7), 3..5, "what was dropped has no place");
        assert_eq!(span(6, 9), 4..7);
        assert_eq!(span(9, 9), 7..7);
    }

    #[test]
    fn one_map_through_another() {
        let inner = map(&[(0, 10, 4), (5, 20, 5)]);
        assert_eq!(map(&[(0, 1, 2), (2, 3, 4)]).through(&inner), map(&[(0, 11, 3), (4, 20, 2)]));
    }

    #[test]
    fn what_is_taken_away_at_the_end() {
        let mut kept = map(&[(0, 0, 3), (3, 5, 2)]);
        kept.truncate(4);
        assert_eq!(kept, map(&[(0, 0, 3), (3, 5, 1)]));
        kept.truncate(3);
        assert_eq!(kept, map(&[(0, 0, 3)]));
    }
}
